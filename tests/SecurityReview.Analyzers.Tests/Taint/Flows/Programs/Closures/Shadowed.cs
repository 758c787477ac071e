// Two closures share one variable: the first writes what the second reads.
namespace Shop.Sharing;

public class SharedClosureController(SqliteConnection connection) : ControllerBase
{
    private static (Action<string> Set, Func<string> Get) Cell()
    {
        var held = "nothing";
        return (value => held = value, () => held);
    }

    [HttpGet("shared-closure")]
    public IActionResult Get(string name)
    {
        var cell = Cell();
        var other = Cell();
        cell.Set(name);
        var sql = "SELECT Id FROM Users WHERE Name = '" + cell.Get() + "'";
        return Ok(new { ids = connection.Query<int>(sql), other = other.Get() }); // reported
    }
}
//// good twin
// The pair of closures that is read shares another variable than the one that was written.
namespace Shop.Sharing;

public class SharedClosureController(SqliteConnection connection) : ControllerBase
{
    private static (Action<string> Set, Func<string> Get) Cell()
    {
        var held = "nothing";
        return (value => held = value, () => held);
    }

    [HttpGet("shared-closure")]
    public IActionResult Get(string name)
    {
        var cell = Cell();
        var other = Cell();
        cell.Set(name);
        var sql = "SELECT Id FROM Users WHERE Name = '" + other.Get() + "'";
        return Ok(new { ids = connection.Query<int>(sql), other = cell.Get() });
    }
}
