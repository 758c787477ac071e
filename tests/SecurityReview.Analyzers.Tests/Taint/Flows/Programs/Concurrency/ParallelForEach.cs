// The body of a parallel loop gets the caller's elements.
namespace Shop.ParallelLoops;

public class ParallelController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("parallel")]
    public IActionResult Post([FromBody] List<string> hosts)
    {
        var gate = new Lock();
        Parallel.ForEach(hosts, host =>
        {
            lock (gate)
            {
                connection.Execute("UPDATE Hosts SET Seen = 1 WHERE Name = '" + host + "'"); // reported
            }
        });
        return Ok();
    }
}
//// good twin
// The parallel loop runs over the lengths of the caller's elements.
namespace Shop.ParallelLoops;

public class ParallelController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("parallel")]
    public IActionResult Post([FromBody] List<string> hosts)
    {
        var gate = new Lock();
        Parallel.ForEach(hosts.Select(name => name.Length), host =>
        {
            lock (gate)
            {
                connection.Execute("UPDATE Hosts SET Seen = 1 WHERE Name = '" + host + "'");
            }
        });
        return Ok();
    }
}
