// Two values of the request meet in one text, and a third is bound.
public class LogsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("logs/{host}")]
    public IActionResult Find(string host, [FromQuery] string level)
    {
        var agent = Request.Headers.UserAgent.ToString();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Text FROM Logs WHERE Host = '{host}' AND Level = '{level}' AND Agent <> @agent"; // reported
        command.Parameters.AddWithValue("@agent", agent);
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// All three values of the request are bound.
public class LogsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("logs/{host}")]
    public IActionResult Find(string host, [FromQuery] string level)
    {
        var agent = Request.Headers.UserAgent.ToString();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Text FROM Logs WHERE Host = @host AND Level = @level AND Agent <> @agent";
        command.Parameters.AddWithValue("@agent", agent);
        command.Parameters.AddWithValue("@host", host);
        command.Parameters.AddWithValue("@level", level);
        return Ok(command.ExecuteScalar());
    }
}
