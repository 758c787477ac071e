// A scoped service keeps the text of one call for the next one in the same request.
namespace Shop.Scopes;

public sealed class SearchContext
{
    public string Text { get; private set; } = "";

    public int Length { get; private set; }

    public void Begin(string text) => (Text, Length) = (text, text.Length);
}

public sealed class SearchStore(SearchContext context, SqliteConnection connection)
{
    public IEnumerable<int> Find() => connection.Query<int>($"SELECT Id FROM Pages WHERE Body = '{context.Text}'"); // reported
}

public class PagesController(SearchContext context, SearchStore store) : ControllerBase
{
    [HttpGet("pages")]
    public IActionResult Get(string text)
    {
        context.Begin(text);
        return Ok(store.Find());
    }
}
//// good twin
// What the scoped service keeps is a number.
namespace Shop.Scopes;

public sealed class SearchContext
{
    public string Text { get; private set; } = "";

    public int Length { get; private set; }

    public void Begin(string text) => (Text, Length) = (text, text.Length);
}

public sealed class SearchStore(SearchContext context, SqliteConnection connection)
{
    public IEnumerable<int> Find() => connection.Query<int>($"SELECT Id FROM Pages WHERE Length = {context.Length}");
}

public class PagesController(SearchContext context, SearchStore store) : ControllerBase
{
    [HttpGet("pages")]
    public IActionResult Get(string text)
    {
        context.Begin(text);
        return Ok(store.Find());
    }
}
