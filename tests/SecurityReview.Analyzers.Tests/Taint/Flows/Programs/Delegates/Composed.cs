// Two functions are composed by a helper; the caller's text runs through both.
namespace Shop.Composition;

public static class Functions
{
    public static Func<T, TLast> Then<T, TMiddle, TLast>(this Func<T, TMiddle> first, Func<TMiddle, TLast> second) => value => second(first(value));
}

public class CatalogController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("catalog")]
    public IActionResult Get(string term)
    {
        Func<string, string> trim = text => text.Trim();
        var pattern = trim.Then(text => "'%" + text + "%'");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Catalog WHERE Title LIKE " + pattern(term); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The second function of the composition only measures what the first gives it.
namespace Shop.Composition;

public static class Functions
{
    public static Func<T, TLast> Then<T, TMiddle, TLast>(this Func<T, TMiddle> first, Func<TMiddle, TLast> second) => value => second(first(value));
}

public class CatalogController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("catalog")]
    public IActionResult Get(string term)
    {
        Func<string, string> trim = text => text.Trim();
        var pattern = trim.Then(text => "'%" + text.Length + "%'");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Catalog WHERE Title LIKE " + pattern(term);
        return Ok(command.ExecuteScalar());
    }
}
