// Headers by typed property and by name, read in a service.
using Microsoft.AspNetCore.Http;

namespace Shop.Headers;

public class ClientInfo(IHttpContextAccessor accessor)
{
    public string Agent => accessor.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";

    public long Length => accessor.HttpContext?.Request.Headers.ContentLength ?? 0;
}

public class VisitsController(SqliteConnection connection, ClientInfo client) : ControllerBase
{
    [HttpPost("visits")]
    public IActionResult Post()
    {
        var sql = $"INSERT INTO Visits (Length, Agent) VALUES ({client.Length}, '{client.Agent}')";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// The header's text is bound; only the length, a number, is put into the statement.
using Microsoft.AspNetCore.Http;

namespace Shop.Headers;

public class ClientInfo(IHttpContextAccessor accessor)
{
    public string Agent => accessor.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";

    public long Length => accessor.HttpContext?.Request.Headers.ContentLength ?? 0;
}

public class VisitsController(SqliteConnection connection, ClientInfo client) : ControllerBase
{
    [HttpPost("visits")]
    public IActionResult Post()
    {
        var sql = $"INSERT INTO Visits (Length, Agent) VALUES ({client.Length}, @Agent)";
        return Ok(connection.Execute(sql, new { client.Agent }));
    }
}
