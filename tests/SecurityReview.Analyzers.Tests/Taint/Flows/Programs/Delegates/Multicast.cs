// Of the two targets of a multicast delegate the second runs a statement made of the argument.
namespace Shop.Auditing;

public class AuditController(SqliteConnection connection) : ControllerBase
{
    private int _calls;

    [HttpPost("audit")]
    public IActionResult Post([FromBody] string message)
    {
        Action<string>? audit = _ => _calls++;
        audit += Store;
        audit?.Invoke(message);
        return Ok(_calls);
    }

    private void Store(string text)
    {
        var sql = "INSERT INTO Audit (Message) VALUES ('" + text + "')";
        connection.Execute(sql); // reported
    }
}
//// good twin
// The second target is taken off again before the call.
namespace Shop.Auditing;

public class AuditController(SqliteConnection connection) : ControllerBase
{
    private int _calls;

    [HttpPost("audit")]
    public IActionResult Post([FromBody] string message)
    {
        Action<string>? audit = _ => _calls++;
        audit += Store;
        audit -= Store;
        audit?.Invoke(message);
        Store("audited");
        return Ok(_calls);
    }

    private void Store(string text)
    {
        var sql = "INSERT INTO Audit (Message) VALUES ('" + text + "')";
        connection.Execute(sql);
    }
}
