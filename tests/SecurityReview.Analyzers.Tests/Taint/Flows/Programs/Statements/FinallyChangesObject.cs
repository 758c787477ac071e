// A finally block puts the text into an object that is read afterwards.
namespace Shop.Audits;

public sealed class AuditEntry
{
    public string Actor { get; set; } = "system";
}

public class AuditController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("audits")]
    public IActionResult Post(string actor)
    {
        var entry = new AuditEntry();
        try
        {
            connection.Open();
        }
        finally
        {
            entry.Actor = actor;
        }

        return Ok(connection.Execute("INSERT INTO Audits (Actor) VALUES ('" + entry.Actor + "')")); // reported
    }
}
//// good twin
// The finally block replaces the text that the try has put there.
namespace Shop.Audits;

public sealed class AuditEntry
{
    public string Actor { get; set; } = "system";
}

public class AuditController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("audits")]
    public IActionResult Post(string actor)
    {
        var entry = new AuditEntry();
        try
        {
            entry.Actor = actor;
            connection.Open();
        }
        finally
        {
            entry.Actor = "system";
        }

        return Ok(connection.Execute("INSERT INTO Audits (Actor) VALUES ('" + entry.Actor + "')"));
    }
}
