// An array of arrays holds what the caller sends in its second row.
public class MatrixController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("matrix")]
    public IActionResult Find(string cell)
    {
        var rows = new string[2][];
        rows[0] = new[] { "a", "b" };
        rows[1] = new[] { cell, "d" };
        var picked = rows[1];
        return Ok(connection.Query<int>($"SELECT Id FROM Cells WHERE Name = '{picked[0]}'")); // reported
    }
}
//// good twin
// The first row of the array of arrays is picked.
public class MatrixController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("matrix")]
    public IActionResult Find(string cell)
    {
        var rows = new string[2][];
        rows[0] = new[] { "a", "b" };
        rows[1] = new[] { cell, "d" };
        var picked = rows[0];
        return Ok(connection.Query<int>($"SELECT Id FROM Cells WHERE Name = '{picked[0]}'"));
    }
}
