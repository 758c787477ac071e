// With first-class spans a string converts to a span where an extension on spans is called.
namespace Shop.Spans;

public static class SpanText
{
    public static string Compact(this ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        return text[..end].ToString();
    }
}

public class SpansController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("spans")]
    public IActionResult Get(string word)
    {
        var standard = "hello  ";
        var compact = word.Compact();
        var sql = "SELECT Id FROM Words WHERE Text = '" + compact + "'";
        return Ok(new { ids = connection.Query<int>(sql), standard }); // reported
    }
}
//// good twin
// The extension is called on a constant and, for the answer, on the caller's text.
namespace Shop.Spans;

public static class SpanText
{
    public static string Compact(this ReadOnlySpan<char> text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        return text[..end].ToString();
    }
}

public class SpansController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("spans")]
    public IActionResult Get(string word)
    {
        var standard = "hello  ";
        var compact = standard.Compact();
        var sql = "SELECT Id FROM Words WHERE Text = '" + compact + "'";
        return Ok(new { ids = connection.Query<int>(sql), word = word.Compact() });
    }
}
