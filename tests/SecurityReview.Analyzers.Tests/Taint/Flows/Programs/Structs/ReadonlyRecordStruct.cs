// A readonly record struct is copied with another member replaced.
public readonly record struct Sorting(string Column, bool Descending);

public class SortingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sorting")]
    public IActionResult List(string column)
    {
        var asked = new Sorting(column, false);
        var sorting = asked with { Descending = true };
        return Ok(connection.Query("SELECT * FROM Sorted ORDER BY " + sorting.Column + (asked.Descending ? " DESC" : ""))); // reported
    }
}
//// good twin
// The copy replaces the member that goes into the text by a constant.
public readonly record struct Sorting(string Column, bool Descending);

public class SortingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sorting")]
    public IActionResult List(string column)
    {
        var asked = new Sorting(column, false);
        var sorting = asked with { Column = "Id" };
        return Ok(connection.Query("SELECT * FROM Sorted ORDER BY " + sorting.Column + (asked.Descending ? " DESC" : "")));
    }
}
