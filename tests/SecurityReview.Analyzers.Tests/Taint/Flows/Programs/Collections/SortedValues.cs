// The values of a sorted dictionary are enumerated into the text, its keys are bound.
public class MarksController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("marks")]
    public IActionResult Save([FromBody] List<string> marks)
    {
        var numbered = new SortedDictionary<int, string>();
        foreach (var mark in marks)
            numbered[numbered.Count] = mark;
        var rows = string.Join("), (", numbered.Values.Select(value => "'" + value + "'"));
        return Ok(connection.Execute("INSERT INTO Marks (Text) VALUES (" + rows + ")")); // reported
    }
}
//// good twin
// The keys of a sorted dictionary, which are numbers, are enumerated into the text.
public class MarksController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("marks")]
    public IActionResult Save([FromBody] List<string> marks)
    {
        var numbered = new SortedDictionary<int, string>();
        foreach (var mark in marks)
            numbered[numbered.Count] = mark;
        var rows = string.Join("), (", numbered.Keys.Select(value => "'" + value + "'"));
        return Ok(connection.Execute("INSERT INTO Marks (Text) VALUES (" + rows + ")"));
    }
}
