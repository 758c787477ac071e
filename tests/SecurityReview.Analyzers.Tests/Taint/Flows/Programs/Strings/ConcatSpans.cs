// Concat of spans makes a text of slices of the caller's text.
namespace Shop.ConcatSpans;

public class ConcatSpansController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("concat-spans")]
    public IActionResult Get(string name)
    {
        var known = "anonymous user";
        var literal = string.Concat("'".AsSpan(), name.AsSpan(0, Math.Min(name.Length, 50)), "'".AsSpan());
        return Ok(new { known, ids = connection.Query<int>("SELECT Id FROM Users WHERE Name = " + literal) }); // reported
    }
}
//// good twin
// The slice is cut from a constant; of the caller's text only the length counts.
namespace Shop.ConcatSpans;

public class ConcatSpansController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("concat-spans")]
    public IActionResult Get(string name)
    {
        var known = "anonymous user";
        var literal = string.Concat("'".AsSpan(), known.AsSpan(0, Math.Min(name.Length, 9)), "'".AsSpan());
        return Ok(new { known, ids = connection.Query<int>("SELECT Id FROM Users WHERE Name = " + literal) });
    }
}
