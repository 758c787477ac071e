// The text comes out of an awaitable type of the program.
using System.Runtime.CompilerServices;

namespace Shop.Awaiting;

public readonly struct Cached(string value)
{
    public Awaiter GetAwaiter() => new(value);

    public readonly struct Awaiter(string value) : INotifyCompletion
    {
        public bool IsCompleted => true;

        public string GetResult() => value;

        public void OnCompleted(Action continuation) => continuation();
    }
}

public class AwaitingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("awaiting")]
    public async Task<IActionResult> Get(string group)
    {
        var kept = new Cached("all");
        var given = new Cached(group);
        var sql = $"SELECT Id FROM Users WHERE GroupName = '{await given}'";
        var ids = await connection.QueryAsync<int>(sql); // reported
        return Ok(new { ids, kept = await kept });
    }
}
//// good twin
// The awaitable that is awaited in the text holds a constant.
using System.Runtime.CompilerServices;

namespace Shop.Awaiting;

public readonly struct Cached(string value)
{
    public Awaiter GetAwaiter() => new(value);

    public readonly struct Awaiter(string value) : INotifyCompletion
    {
        public bool IsCompleted => true;

        public string GetResult() => value;

        public void OnCompleted(Action continuation) => continuation();
    }
}

public class AwaitingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("awaiting")]
    public async Task<IActionResult> Get(string group)
    {
        var kept = new Cached("all");
        var given = new Cached(group);
        var sql = $"SELECT Id FROM Users WHERE GroupName = '{await kept}'";
        var ids = await connection.QueryAsync<int>(sql);
        return Ok(new { ids, given = await given });
    }
}
