// Which overload runs is decided by the type that the object has at run time.
namespace Shop.Filters;

public abstract record Filter;

public sealed record NameFilter(string Name) : Filter;

public sealed record OpenFilter(string Comment) : Filter;

public class FilterWriter
{
    public string Write(Filter filter) => " WHERE " + Clause((dynamic)filter);

    private static string Clause(NameFilter filter) => "Name = '" + filter.Name + "'";

    private static string Clause(OpenFilter filter) => filter.Comment.Length > 0 ? "ClosedAt IS NULL" : "1 = 1";
}

public class FiltersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("filters")]
    public IActionResult Get(string text)
    {
        var sql = "SELECT Id FROM Orders" + new FilterWriter().Write(new NameFilter(text));
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The overload for the type that the object has at run time gives a constant.
namespace Shop.Filters;

public abstract record Filter;

public sealed record NameFilter(string Name) : Filter;

public sealed record OpenFilter(string Comment) : Filter;

public class FilterWriter
{
    public string Write(Filter filter) => " WHERE " + Clause((dynamic)filter);

    private static string Clause(NameFilter filter) => "Name = '" + filter.Name + "'";

    private static string Clause(OpenFilter filter) => filter.Comment.Length > 0 ? "ClosedAt IS NULL" : "1 = 1";
}

public class FiltersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("filters")]
    public IActionResult Get(string text)
    {
        var sql = "SELECT Id FROM Orders" + new FilterWriter().Write(new OpenFilter(text));
        return Ok(connection.Query<int>(sql));
    }
}
