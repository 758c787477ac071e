// A method group is converted to a delegate and applied to the caller's text.
namespace Shop.Groups;

public static class Clauses
{
    public static string ByName(string name) => "Name = '" + name + "'";

    public static string ById(string id) => "Id = " + int.Parse(id);
}

public class GroupsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("groups")]
    public IActionResult Get(string key)
    {
        Func<string, string> clause = Clauses.ByName;
        var sql = "SELECT * FROM Groups WHERE " + clause(key);
        return Ok(connection.Query<string>(sql)); // reported
    }
}
//// good twin
// The method group names a method that lets only a number through.
namespace Shop.Groups;

public static class Clauses
{
    public static string ByName(string name) => "Name = '" + name + "'";

    public static string ById(string id) => "Id = " + int.Parse(id);
}

public class GroupsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("groups")]
    public IActionResult Get(string key)
    {
        Func<string, string> clause = Clauses.ById;
        var sql = "SELECT * FROM Groups WHERE " + clause(key);
        return Ok(connection.Query<string>(sql));
    }
}
