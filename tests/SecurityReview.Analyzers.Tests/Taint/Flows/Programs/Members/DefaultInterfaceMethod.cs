// A default method of an interface composes the clause; the class does not replace it.
namespace Shop.DefaultMethods;

public interface IFilter
{
    string Value { get; }

    string ToSql() => "Name = '" + Value + "'";
}

public class NameFilter(string value) : IFilter
{
    public string Value { get; } = value;
}

public class DefaultMethodsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("default-methods")]
    public IActionResult Get(string name)
    {
        IFilter filter = new NameFilter(name);
        var sql = "SELECT Id FROM Users WHERE " + filter.ToSql();
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The class replaces the default method by one that gives a placeholder.
namespace Shop.DefaultMethods;

public interface IFilter
{
    string Value { get; }

    string ToSql() => "Name = '" + Value + "'";
}

public class NameFilter(string value) : IFilter
{
    public string Value { get; } = value;

    public string ToSql() => Value.Length == 0 ? "Name IS NULL" : "Name = @Value";
}

public class DefaultMethodsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("default-methods")]
    public IActionResult Get(string name)
    {
        IFilter filter = new NameFilter(name);
        var sql = "SELECT Id FROM Users WHERE " + filter.ToSql();
        return Ok(connection.Query<int>(sql, new { filter.Value }));
    }
}
