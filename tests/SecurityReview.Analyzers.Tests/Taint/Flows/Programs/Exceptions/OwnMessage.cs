// The message of an exception is made from a header, and the handler writes it into the log table.
public class DevicesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("devices")]
    public IActionResult Register()
    {
        try
        {
            Check(Request.Headers["X-Device"].ToString());
            return Ok();
        }
        catch (ArgumentException problem)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Problems (Text) VALUES ('" + problem.Message + "')"; // reported
            command.ExecuteNonQuery();
            return BadRequest();
        }
    }

    private static void Check(string device)
    {
        if (device.Length != 12)
            throw new ArgumentException("No device: " + device);
    }
}
//// good twin
// The message of the exception is constant, whatever the header holds.
public class DevicesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("devices")]
    public IActionResult Register()
    {
        try
        {
            Check(Request.Headers["X-Device"].ToString());
            return Ok();
        }
        catch (ArgumentException problem)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO Problems (Text) VALUES ('" + problem.Message + "')";
            command.ExecuteNonQuery();
            return BadRequest();
        }
    }

    private static void Check(string device)
    {
        if (device.Length != 12)
            throw new ArgumentException("No device of 12 characters");
    }
}
