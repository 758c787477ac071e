// Tuples within tuples carry the value through a dictionary.
public class TripsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trips")]
    public IActionResult Find(string from, string to)
    {
        var trips = new List<(int Day, (string From, string To) Way)>();
        trips.Add((1, ("Bern", to)));
        trips.Add((2, ("Thun", from)));
        foreach (var (day, (start, end)) in trips)
        {
            var rows = connection.Query<int>("SELECT Id FROM Trips WHERE Day = @day AND Town = '" + end + "'", new { day, start }); // reported
            if (rows.Any())
                return Ok(rows);
        }

        return NotFound();
    }
}
//// good twin
// The part of the inner tuples that is always a constant goes into the text.
public class TripsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trips")]
    public IActionResult Find(string from, string to)
    {
        var trips = new List<(int Day, (string From, string To) Way)>();
        trips.Add((1, ("Bern", to)));
        trips.Add((2, ("Thun", from)));
        foreach (var (day, (start, end)) in trips)
        {
            var rows = connection.Query<int>("SELECT Id FROM Trips WHERE Day = @day AND Town = '" + start + "'", new { day, end });
            if (rows.Any())
                return Ok(rows);
        }

        return NotFound();
    }
}
