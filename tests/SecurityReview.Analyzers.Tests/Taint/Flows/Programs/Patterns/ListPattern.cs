// A list pattern takes the last part of a split text, and a slice the middle.
namespace Shop.Hosts;

public class HostsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("hosts")]
    public IActionResult Get(string host)
    {
        if (host.Split('.') is [var name, .. var domain, "com" or "org"])
        {
            var sql = $"SELECT Id FROM Hosts WHERE Depth = {domain.Length} AND Name = '{name}'";
            return Ok(connection.Query<int>(sql)); // reported
        }

        return BadRequest();
    }
}
//// good twin
// The list pattern lets only constants through at the place that is used.
namespace Shop.Hosts;

public class HostsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("hosts")]
    public IActionResult Get(string host)
    {
        if (host.Split('.') is [("www" or "mail") and var name, .. var domain, "com" or "org"])
        {
            var sql = $"SELECT Id FROM Hosts WHERE Depth = {domain.Length} AND Name = '{name}'";
            return Ok(connection.Query<int>(sql));
        }

        return BadRequest();
    }
}
