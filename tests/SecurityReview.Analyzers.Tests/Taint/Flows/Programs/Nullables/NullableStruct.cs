// A nullable struct holds the caller's text, which is taken out by Value or a default.
namespace Shop.Optionals;

public readonly record struct Range(string From, int Count);

public class OptionalsController(SqliteConnection connection) : ControllerBase
{
    private static Range? Parse(string? text) => string.IsNullOrEmpty(text) ? null : new Range(text, text.Length);

    [HttpGet("optionals")]
    public IActionResult Get(string? range)
    {
        var parsed = Parse(range);
        var known = parsed.HasValue ? parsed.Value : new Range("a", 1);
        var sql = $"SELECT Id FROM Names WHERE Name >= '{known.From}' LIMIT {known.Count}";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Only the number of the struct is put into the text.
namespace Shop.Optionals;

public readonly record struct Range(string From, int Count);

public class OptionalsController(SqliteConnection connection) : ControllerBase
{
    private static Range? Parse(string? text) => string.IsNullOrEmpty(text) ? null : new Range(text, text.Length);

    [HttpGet("optionals")]
    public IActionResult Get(string? range)
    {
        var parsed = Parse(range);
        var known = parsed.HasValue ? parsed.Value : new Range("a", 1);
        var sql = $"SELECT Id FROM Names WHERE Name >= @From LIMIT {known.Count}";
        return Ok(connection.Query<int>(sql, new { known.From }));
    }
}
