// The text is completed in a finally block, whatever happened before.
public class AuditController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("audit")]
    public IActionResult Write(string actor, int amount)
    {
        var who = "system";
        try
        {
            if (checked(amount * 1000) > 5000)
                return BadRequest();
        }
        finally
        {
            who = actor;
        }

        connection.Execute("INSERT INTO Audit (Actor, Amount) VALUES ('" + who + "', " + amount + ")"); // reported
        return Ok(actor);
    }
}
//// good twin
// A finally block overwrites what the caller sent with a constant.
public class AuditController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("audit")]
    public IActionResult Write(string actor, int amount)
    {
        var who = actor;
        try
        {
            if (checked(amount * 1000) > 5000)
                return BadRequest();
        }
        finally
        {
            who = "system";
        }

        connection.Execute("INSERT INTO Audit (Actor, Amount) VALUES ('" + who + "', " + amount + ")");
        return Ok(actor);
    }
}
