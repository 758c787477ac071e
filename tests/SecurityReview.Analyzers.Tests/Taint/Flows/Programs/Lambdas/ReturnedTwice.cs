// A curried lambda: each call adds one piece, the last piece is the caller's.
namespace Shop.Search;

public class SearchController(SqliteConnection connection) : ControllerBase
{
    private static Func<string, Func<string, string>> Where(string table) =>
        column => value => "SELECT Id FROM " + table + " WHERE " + column + " = '" + value + "'";

    [HttpGet("search")]
    public IEnumerable<int> Search(string value)
    {
        var byCode = Where("Products")("Code");
        var sql = byCode(value);
        return connection.Query<int>(sql); // reported
    }
}
//// good twin
// The last piece is a constant; the caller's text goes through the same lambda into a statement that nothing runs.
namespace Shop.Search;

public class SearchController(SqliteConnection connection) : ControllerBase
{
    private static Func<string, Func<string, string>> Where(string table) =>
        column => value => "SELECT Id FROM " + table + " WHERE " + column + " = '" + value + "'";

    [HttpGet("search")]
    public IEnumerable<int> Search(string value)
    {
        var byCode = Where("Products")("Code");
        var preview = byCode(value);
        Response.Headers["X-Length"] = preview.Length.ToString();
        var sql = byCode("A-1");
        return connection.Query<int>(sql);
    }
}
