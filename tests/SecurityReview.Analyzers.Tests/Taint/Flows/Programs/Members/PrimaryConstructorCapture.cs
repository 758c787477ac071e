// A parameter of a primary constructor is captured in a method and changed in another.
namespace Shop.Captured;

public class Selection(string table, string condition)
{
    public void Restrict(string value) => condition += " AND Name = '" + value + "'";

    public string ToSql() => "SELECT Id FROM " + table + " WHERE " + condition;
}

public class SelectionController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("selection")]
    public IActionResult Get(string name)
    {
        var selection = new Selection("Users", "Active = 1");
        var other = new Selection("Groups", "Active = 1");
        selection.Restrict(name);
        var sql = selection.ToSql();
        return Ok(new { ids = connection.Query<int>(sql), length = other.ToSql().Length }); // reported
    }
}
//// good twin
// The captured parameter of the other object is changed.
namespace Shop.Captured;

public class Selection(string table, string condition)
{
    public void Restrict(string value) => condition += " AND Name = '" + value + "'";

    public string ToSql() => "SELECT Id FROM " + table + " WHERE " + condition;
}

public class SelectionController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("selection")]
    public IActionResult Get(string name)
    {
        var selection = new Selection("Users", "Active = 1");
        var other = new Selection("Groups", "Active = 1");
        other.Restrict(name);
        var sql = selection.ToSql();
        return Ok(new { ids = connection.Query<int>(sql), length = other.ToSql().Length });
    }
}
