// A generic method hands back what it is given, in a list.
public static class Listing
{
    public static List<T> Of<T>(T first, T second) => new() { first, second };

    public static T Or<T>(this T? value, T other)
        where T : class => value ?? other;
}

public class EntriesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("entries")]
    public IActionResult Find([FromQuery] string? key)
    {
        var keys = Listing.Of(key.Or("none"), "all");
        var numbers = Listing.Of(keys.Count, 7);
        return Ok(connection.Query<int>($"SELECT Id FROM Entries WHERE Key IN ('{string.Join("','", keys)}')")); // reported
    }
}
//// good twin
// A generic method hands back a list of numbers.
public static class Listing
{
    public static List<T> Of<T>(T first, T second) => new() { first, second };

    public static T Or<T>(this T? value, T other)
        where T : class => value ?? other;
}

public class EntriesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("entries")]
    public IActionResult Find([FromQuery] string? key)
    {
        var keys = Listing.Of(key.Or("none"), "all");
        var numbers = Listing.Of(keys.Count, 7);
        return Ok(connection.Query<int>($"SELECT Id FROM Entries WHERE Key IN ({string.Join(",", numbers)})"));
    }
}
