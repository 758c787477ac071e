// A completion source hands the caller's text from the setter to the waiter.
namespace Shop.Handover;

public class Handover
{
    private readonly TaskCompletionSource<string> _next = new();

    public Task<string> Next => _next.Task;

    public void Offer(string text) => _next.TrySetResult(text);
}

public class HandoverController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("handover")]
    public async Task<IActionResult> Post([FromForm] string text)
    {
        var handover = new Handover();
        handover.Offer(text);
        var received = await handover.Next;
        var sql = "INSERT INTO Inbox (Text) VALUES ('" + received + "')";
        return Ok(await connection.ExecuteAsync(sql)); // reported
    }
}
//// good twin
// What is handed over is bound as a value.
namespace Shop.Handover;

public class Handover
{
    private readonly TaskCompletionSource<string> _next = new();

    public Task<string> Next => _next.Task;

    public void Offer(string text) => _next.TrySetResult(text);
}

public class HandoverController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("handover")]
    public async Task<IActionResult> Post([FromForm] string text)
    {
        var handover = new Handover();
        handover.Offer(text);
        var received = await handover.Next;
        var sql = "INSERT INTO Inbox (Text) VALUES (@received)";
        return Ok(await connection.ExecuteAsync(sql, new { received }));
    }
}
