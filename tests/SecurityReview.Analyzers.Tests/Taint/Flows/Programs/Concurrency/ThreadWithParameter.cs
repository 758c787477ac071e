// A thread gets the caller's text as its start parameter.
namespace Shop.Threads;

public class ThreadsController(SqliteConnection connection) : ControllerBase
{
    private void Purge(object? state)
    {
        var key = (string)state!;
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Cache WHERE Name = '" + key + "'"; // reported
        command.ExecuteNonQuery();
    }

    [HttpPost("threads")]
    public IActionResult Post([FromForm] string key)
    {
        var thread = new Thread(Purge);
        thread.Start(key);
        thread.Join();
        return Ok();
    }
}
//// good twin
// The thread gets one of two constants as its start parameter.
namespace Shop.Threads;

public class ThreadsController(SqliteConnection connection) : ControllerBase
{
    private void Purge(object? state)
    {
        var key = (string)state!;
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Cache WHERE Name = '" + key + "'";
        command.ExecuteNonQuery();
    }

    [HttpPost("threads")]
    public IActionResult Post([FromForm] string key)
    {
        var thread = new Thread(Purge);
        thread.Start(key.Length > 10 ? "long" : "short");
        thread.Join();
        return Ok();
    }
}
