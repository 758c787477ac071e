// A target-typed new makes an object whose constructor keeps the text.
namespace Shop.Targets;

public sealed class Target(string host, int port)
{
    public string Host { get; } = host.ToLowerInvariant();

    public int Port { get; } = port;
}

public class TargetsController(SqliteConnection connection) : ControllerBase
{
    private static Target Make(string host, int port) => new(host, port);

    [HttpGet("targets")]
    public IActionResult Get(string host, int port)
    {
        Target target = new(host, port), made = Make("localhost", port);
        var sql = $"SELECT Id FROM Targets WHERE Host = '{target.Host}' AND Port <> {made.Port}";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The statement uses the object that the method made of a constant.
namespace Shop.Targets;

public sealed class Target(string host, int port)
{
    public string Host { get; } = host.ToLowerInvariant();

    public int Port { get; } = port;
}

public class TargetsController(SqliteConnection connection) : ControllerBase
{
    private static Target Make(string host, int port) => new(host, port);

    [HttpGet("targets")]
    public IActionResult Get(string host, int port)
    {
        Target target = new(host, port), made = Make("localhost", port);
        var sql = $"SELECT Id FROM Targets WHERE Host = '{made.Host}' AND Port <> {target.Port}";
        return Ok(connection.Query<int>(sql));
    }
}
