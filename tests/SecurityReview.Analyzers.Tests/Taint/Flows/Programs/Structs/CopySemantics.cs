// A struct is changed after it was copied, and the changed one goes into the text.
public struct Range
{
    public string Unit;
    public int From;
}

public class RangesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ranges")]
    public IActionResult Find(string unit, int from)
    {
        var range = new Range { Unit = "kg", From = from };
        var before = range;
        range.Unit = unit;
        var rows = connection.Query<int>($"SELECT Id FROM Ranges WHERE Unit = '{range.Unit}' AND Low > {before.From}"); // reported
        return Ok(rows);
    }
}
//// good twin
// A struct is changed after it was copied, and the copy goes into the text.
public struct Range
{
    public string Unit;
    public int From;
}

public class RangesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ranges")]
    public IActionResult Find(string unit, int from)
    {
        var range = new Range { Unit = "kg", From = from };
        var before = range;
        range.Unit = unit;
        var rows = connection.Query<int>($"SELECT Id FROM Ranges WHERE Unit = '{before.Unit}' AND Low > {range.From}");
        return Ok(rows);
    }
}
