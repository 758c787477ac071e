// Requests of several types are matched, and one of them is composed.
namespace Shop.Matching;

public abstract record Lookup;

public sealed record ByName(string Name) : Lookup;

public sealed record ByNumber(int Number) : Lookup;

public class LookupController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lookup")]
    public IActionResult Get(string? name, int? number)
    {
        Lookup lookup = number is { } known ? new ByNumber(known) : new ByName(name ?? "");
        var condition = lookup switch
        {
            ByName { Name: { Length: > 0 } text } => $"Name = '{text}'",
            ByName => "Name IS NULL",
            ByNumber(var value) => $"Number = {value}",
            _ => throw new NotSupportedException(),
        };
        return Ok(connection.Query("SELECT * FROM Parts WHERE " + condition, new { name })); // reported
    }
}
//// good twin
// The request that is composed holds a number.
namespace Shop.Matching;

public abstract record Lookup;

public sealed record ByName(string Name) : Lookup;

public sealed record ByNumber(int Number) : Lookup;

public class LookupController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lookup")]
    public IActionResult Get(string? name, int? number)
    {
        Lookup lookup = number is { } known ? new ByNumber(known) : new ByName(name ?? "");
        var condition = lookup switch
        {
            ByName { Name: { Length: > 0 } text } => "Name = @name",
            ByName => "Name IS NULL",
            ByNumber(var value) => $"Number = {value}",
            _ => throw new NotSupportedException(),
        };
        return Ok(connection.Query("SELECT * FROM Parts WHERE " + condition, new { name }));
    }
}
