// A method group of an object: the delegate keeps the receiver, whose field holds the caller's text.
namespace Shop.Jobs;

public class PurgeJob(SqliteConnection connection)
{
    public string Queue { get; set; } = "default";

    public int Run() => connection.Execute("DELETE FROM Jobs WHERE Queue = '" + Queue + "'"); // reported
}

public class JobsController(SqliteConnection connection) : ControllerBase
{
    private static int Measure(Func<int> work)
    {
        var started = Environment.TickCount64;
        return work() + (int)(Environment.TickCount64 - started);
    }

    [HttpPost("jobs/purge")]
    public int Purge(string queue)
    {
        var other = new PurgeJob(connection) { Queue = "low" };
        var job = new PurgeJob(connection) { Queue = queue };
        return Measure(job.Run) + other.Queue.Length;
    }
}
//// good twin
// The method group belongs to the object that holds a constant; nothing runs the other.
namespace Shop.Jobs;

public class PurgeJob(SqliteConnection connection)
{
    public string Queue { get; set; } = "default";

    public int Run() => connection.Execute("DELETE FROM Jobs WHERE Queue = '" + Queue + "'");
}

public class JobsController(SqliteConnection connection) : ControllerBase
{
    private static int Measure(Func<int> work)
    {
        var started = Environment.TickCount64;
        return work() + (int)(Environment.TickCount64 - started);
    }

    [HttpPost("jobs/purge")]
    public int Purge(string queue)
    {
        var other = new PurgeJob(connection) { Queue = "low" };
        var job = new PurgeJob(connection) { Queue = queue };
        return Measure(other.Run) + job.Queue.Length;
    }
}
