// The caller's text is written through a ref local that stands for another local.
namespace Shop.Aliases;

public class AliasesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("aliases")]
    public IActionResult Get(string owner, bool archived)
    {
        var open = "nobody";
        var closed = "nobody";
        ref var target = ref open;
        if (archived)
        {
            target = ref closed;
        }

        target = owner;
        var sql = $"SELECT Id FROM Files WHERE Owner = '{open}' OR ClosedBy = '{closed}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The ref local is moved to a variable that the statement does not use before it is written.
namespace Shop.Aliases;

public class AliasesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("aliases")]
    public IActionResult Get(string owner, bool archived)
    {
        var open = "nobody";
        var closed = "nobody";
        ref var target = ref open;
        var last = "";
        if (archived)
        {
            target = "everybody";
        }

        target = ref last;

        target = owner;
        var sql = $"SELECT Id FROM Files WHERE Owner = '{open}' OR ClosedBy = '{closed}'";
        return Ok(new { ids = connection.Query<int>(sql), last });
    }
}
