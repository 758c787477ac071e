// An out parameter replaces a constant with the caller's text.
namespace Shop.Caching;

public class LastSearches
{
    private readonly Dictionary<int, string> _byUser = new();

    public void Remember(int user, string term) => _byUser[user] = term;

    public bool Find(int user, out string? term) => _byUser.TryGetValue(user, out term);
}

public class CachingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("last")]
    public IActionResult Get(int user, string term)
    {
        var searches = new LastSearches();
        searches.Remember(user, term);
        string? last = "nothing";
        searches.Find(user, out last);
        var sql = $"SELECT Id FROM Pages WHERE Title LIKE '%{last}%'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The out parameter takes the text out of the dictionary; the variable is then overwritten.
namespace Shop.Caching;

public class LastSearches
{
    private readonly Dictionary<int, string> _byUser = new();

    public void Remember(int user, string term) => _byUser[user] = term;

    public bool Find(int user, out string? term) => _byUser.TryGetValue(user, out term);
}

public class CachingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("last")]
    public IActionResult Get(int user, string term)
    {
        var searches = new LastSearches();
        searches.Remember(user, term);
        string? last = "nothing";
        last = searches.Find(user, out last) ? "found" : "missing";
        var sql = $"SELECT Id FROM Pages WHERE Title LIKE '%{last}%'";
        return Ok(connection.Query<int>(sql));
    }
}
