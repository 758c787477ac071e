// The caller's text is one of the loose arguments of a params span.
namespace Shop.Params;

public static class Sql
{
    public static string All(params ReadOnlySpan<string> conditions)
    {
        var text = "1 = 1";
        foreach (var condition in conditions)
        {
            text += " AND " + condition;
        }

        return text;
    }

    public static int Count(params IEnumerable<string> conditions) => conditions.Count();
}

public class ParamsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("params")]
    public IActionResult Get(string name)
    {
        var sql = "SELECT Id FROM Users WHERE " + Sql.All("Active = 1", "Name = '" + name + "'");
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The loose arguments with the caller's text are counted.
namespace Shop.Params;

public static class Sql
{
    public static string All(params ReadOnlySpan<string> conditions)
    {
        var text = "1 = 1";
        foreach (var condition in conditions)
        {
            text += " AND " + condition;
        }

        return text;
    }

    public static int Count(params IEnumerable<string> conditions) => conditions.Count();
}

public class ParamsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("params")]
    public IActionResult Get(string name)
    {
        var sql = "SELECT Id FROM Users WHERE " + Sql.All("Active = 1", "Level > 2") + " LIMIT " + Sql.Count("Active = 1", "Name = '" + name + "'");
        return Ok(connection.Query<int>(sql));
    }
}
