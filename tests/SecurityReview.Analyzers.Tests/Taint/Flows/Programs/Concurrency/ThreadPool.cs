// A work item of the thread pool gets the caller's text as typed state.
namespace Shop.Pool;

public record PurgeWork(string Queue, int Age);

public class PoolController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("pool")]
    public IActionResult Post([FromForm] string queue, [FromForm] int age)
    {
        ThreadPool.QueueUserWorkItem(
            work => connection.Execute($"DELETE FROM Jobs WHERE Age > {work.Age} AND Queue = '{work.Queue}'"), // reported
            new PurgeWork(queue, age),
            preferLocal: false);
        return Accepted();
    }
}
//// good twin
// The work item binds the text of its state.
namespace Shop.Pool;

public record PurgeWork(string Queue, int Age);

public class PoolController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("pool")]
    public IActionResult Post([FromForm] string queue, [FromForm] int age)
    {
        ThreadPool.QueueUserWorkItem(
            work => connection.Execute($"DELETE FROM Jobs WHERE Age > {work.Age} AND Queue = @Queue", new { work.Queue }),
            new PurgeWork(queue, age),
            preferLocal: false);
        return Accepted();
    }
}
