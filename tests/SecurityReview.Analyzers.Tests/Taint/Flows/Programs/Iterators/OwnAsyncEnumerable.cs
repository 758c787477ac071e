// A type with an asynchronous enumerator of its own is walked by await foreach.
namespace Shop.Lines;

public sealed class LineReader(string text)
{
    public Enumerator GetAsyncEnumerator(CancellationToken cancellation = default) => new(text.Split('\n'), cancellation);

    public sealed class Enumerator(string[] lines, CancellationToken cancellation)
    {
        private int _next;

        public string Current => lines[_next - 1].Trim();

        public int Number => _next;

        public async ValueTask<bool> MoveNextAsync()
        {
            await Task.Delay(1, cancellation);
            return _next++ < lines.Length;
        }
    }
}

public class LinesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lines")]
    public async Task<IActionResult> Post([FromForm] string text)
    {
        var count = 0;
        await foreach (var line in new LineReader(text))
        {
            var sql = "INSERT INTO Lines (Text) VALUES ('" + line + "')";
            count += await connection.ExecuteAsync(sql, new { line }); // reported
        }

        return Ok(count);
    }
}
//// good twin
// The enumerator walks the caller's lines, but only their number shows in the text.
namespace Shop.Lines;

public sealed class LineReader(string text)
{
    public Enumerator GetAsyncEnumerator(CancellationToken cancellation = default) => new(text.Split('\n'), cancellation);

    public sealed class Enumerator(string[] lines, CancellationToken cancellation)
    {
        private int _next;

        public string Current => lines[_next - 1].Trim();

        public int Number => _next;

        public async ValueTask<bool> MoveNextAsync()
        {
            await Task.Delay(1, cancellation);
            return _next++ < lines.Length;
        }
    }
}

public class LinesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lines")]
    public async Task<IActionResult> Post([FromForm] string text)
    {
        var count = 0;
        await foreach (var line in new LineReader(text))
        {
            var sql = "INSERT INTO Lines (Text) VALUES (" + line.Length + ")";
            count += await connection.ExecuteAsync(sql, new { line });
        }

        return Ok(count);
    }
}
