// An async stream yields the caller's lines, which are walked with await foreach.
using System.Runtime.CompilerServices;

namespace Shop.Feeds;

public static class Lines
{
    public static async IAsyncEnumerable<string> ReadAsync(string body, string end, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var line in body.Split('\n'))
        {
            await Task.Delay(1, cancellationToken);
            yield return line;
        }

        yield return end;
    }
}

public class FeedsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("feeds")]
    public async Task<IActionResult> Post([FromBody] string body)
    {
        var count = 0;
        await foreach (var line in Lines.ReadAsync(body, "end").ConfigureAwait(false))
        {
            count += await connection.ExecuteAsync("DELETE FROM Feeds WHERE Name = '" + line + "'"); // reported
        }

        return Ok(count);
    }
}
//// good twin
// The stream of the caller's lines is only counted; the one that is deleted by was made of constants.
using System.Runtime.CompilerServices;

namespace Shop.Feeds;

public static class Lines
{
    public static async IAsyncEnumerable<string> ReadAsync(string body, string end, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var line in body.Split('\n'))
        {
            await Task.Delay(1, cancellationToken);
            yield return line;
        }

        yield return end;
    }
}

public class FeedsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("feeds")]
    public async Task<IActionResult> Post([FromBody] string body)
    {
        var count = 0;
        await foreach (var received in Lines.ReadAsync(body, "end"))
        {
            count += received.Length;
        }

        await foreach (var line in Lines.ReadAsync("first\nsecond", "end").ConfigureAwait(false))
        {
            count += await connection.ExecuteAsync("DELETE FROM Feeds WHERE Name = '" + line + "'");
        }

        return Ok(count);
    }
}
