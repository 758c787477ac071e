// A filter starts from defaults and is changed with the text.
namespace Shop.Defaults;

public sealed record TripFilter
{
    public static readonly TripFilter Default = new() { From = "Berlin", To = "Paris" };

    public string From { get; init; } = "";

    public string To { get; init; } = "";
}

public class TripsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trips")]
    public IActionResult Get(string from)
    {
        var filter = TripFilter.Default with { From = from };
        return Ok(Find(filter));
    }

    private IEnumerable<int> Find(TripFilter filter)
    {
        var copy = filter with { To = filter.To.Trim() };
        return connection.Query<int>($"SELECT Id FROM Trips WHERE Start = '{copy.From}'"); // reported
    }
}
//// good twin
// What is composed of the filter is still the default.
namespace Shop.Defaults;

public sealed record TripFilter
{
    public static readonly TripFilter Default = new() { From = "Berlin", To = "Paris" };

    public string From { get; init; } = "";

    public string To { get; init; } = "";
}

public class TripsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trips")]
    public IActionResult Get(string from)
    {
        var filter = TripFilter.Default with { From = from };
        return Ok(Find(filter));
    }

    private IEnumerable<int> Find(TripFilter filter)
    {
        var copy = filter with { To = filter.To.Trim() };
        return connection.Query<int>($"SELECT Id FROM Trips WHERE Start = '{copy.To}'");
    }
}
