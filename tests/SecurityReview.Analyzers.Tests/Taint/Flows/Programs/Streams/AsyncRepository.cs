// A repository streams texts, and the caller composes each of them.
using System.Runtime.CompilerServices;

namespace Shop.Streaming;

public interface ITagSource
{
    IAsyncEnumerable<string> TagsAsync(string[] tags, CancellationToken cancellation = default);
}

public sealed class TagSource : ITagSource
{
    private static readonly Dictionary<string, string> s_tags = new() { ["new"] = "New", ["sale"] = "Sale" };

    public async IAsyncEnumerable<string> TagsAsync(string[] tags, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var tag in tags)
        {
            await Task.Delay(1, cancellation);
            if (s_tags.TryGetValue(tag, out var known))
                yield return known;
            else
                yield return tag.Trim();
        }
    }
}

public class TagsController(ITagSource source, SqliteConnection connection) : ControllerBase
{
    [HttpPost("tags")]
    public async Task<IActionResult> Post([FromBody] string[] tags, CancellationToken cancellation)
    {
        await foreach (var tag in source.TagsAsync(tags, cancellation).WithCancellation(cancellation))
            await connection.ExecuteAsync("INSERT INTO Tags (Name) VALUES ('" + tag + "')"); // reported
        return NoContent();
    }
}
//// good twin
// The repository streams what it looked up in a table of constants.
using System.Runtime.CompilerServices;

namespace Shop.Streaming;

public interface ITagSource
{
    IAsyncEnumerable<string> TagsAsync(string[] tags, CancellationToken cancellation = default);
}

public sealed class TagSource : ITagSource
{
    private static readonly Dictionary<string, string> s_tags = new() { ["new"] = "New", ["sale"] = "Sale" };

    public async IAsyncEnumerable<string> TagsAsync(string[] tags, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var tag in tags)
        {
            await Task.Delay(1, cancellation);
            if (s_tags.TryGetValue(tag, out var known))
                yield return known;
            else
                yield return "Other";
        }
    }
}

public class TagsController(ITagSource source, SqliteConnection connection) : ControllerBase
{
    [HttpPost("tags")]
    public async Task<IActionResult> Post([FromBody] string[] tags, CancellationToken cancellation)
    {
        await foreach (var tag in source.TagsAsync(tags, cancellation).WithCancellation(cancellation))
            await connection.ExecuteAsync("INSERT INTO Tags (Name) VALUES ('" + tag + "')");
        return NoContent();
    }
}
