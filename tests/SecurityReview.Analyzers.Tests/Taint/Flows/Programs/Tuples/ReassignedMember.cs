// A member of a tuple is assigned anew before the text is made.
public class SeatsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("seats")]
    public IActionResult Find(string row)
    {
        var seat = (Row: "A", Number: 1);
        var copy = seat;
        seat.Row = row;
        return Ok(connection.Query<int>($"SELECT Id FROM Seats WHERE Row = '{seat.Row}' AND Number = {copy.Number}")); // reported
    }
}
//// good twin
// A tuple was copied before its member was assigned, and the copy goes into the text.
public class SeatsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("seats")]
    public IActionResult Find(string row)
    {
        var seat = (Row: "A", Number: 1);
        var copy = seat;
        seat.Row = row;
        return Ok(connection.Query<int>($"SELECT Id FROM Seats WHERE Row = '{copy.Row}' AND Number = {seat.Number}"));
    }
}
