// A pagination helper appends the sort column that the caller asked for.
namespace Shop.Paging;

public record PageRequest(int Page = 1, int Size = 20, string? Sort = null, bool Descending = false);

public static class SqlPaging
{
    private static readonly IReadOnlyDictionary<string, string> s_columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "Name",
        ["created"] = "CreatedAt",
    };

    public static string Paged(this string sql, PageRequest page)
    {
        var column = page.Sort is { } sort && s_columns.TryGetValue(sort, out var known) ? known : page.Sort ?? "Id";
        var direction = page.Descending ? "DESC" : "ASC";
        return $"{sql} ORDER BY {column} {direction} LIMIT {page.Size} OFFSET {(page.Page - 1) * page.Size}";
    }
}

public class UsersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("users")]
    public IActionResult List([FromQuery] PageRequest page)
    {
        var sql = "SELECT Id, Name FROM Users".Paged(page);
        return Ok(connection.Query(sql)); // reported
    }
}
//// good twin
// The helper looks the column up and falls back to a constant.
namespace Shop.Paging;

public record PageRequest(int Page = 1, int Size = 20, string? Sort = null, bool Descending = false);

public static class SqlPaging
{
    private static readonly IReadOnlyDictionary<string, string> s_columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "Name",
        ["created"] = "CreatedAt",
    };

    public static string Paged(this string sql, PageRequest page)
    {
        var column = page.Sort is { } sort && s_columns.TryGetValue(sort, out var known) ? known : "Id";
        var direction = page.Descending ? "DESC" : "ASC";
        return $"{sql} ORDER BY {column} {direction} LIMIT {page.Size} OFFSET {(page.Page - 1) * page.Size}";
    }
}

public class UsersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("users")]
    public IActionResult List([FromQuery] PageRequest page)
    {
        var sql = "SELECT Id, Name FROM Users".Paged(page);
        return Ok(connection.Query(sql));
    }
}
