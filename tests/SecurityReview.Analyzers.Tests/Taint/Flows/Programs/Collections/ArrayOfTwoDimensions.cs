// A table of two dimensions holds what the caller sends in one of its cells.
public class CellsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cells")]
    public IActionResult Find(string name)
    {
        var cells = new string[2, 2];
        cells[0, 0] = "a";
        cells[0, 1] = name;
        cells[1, 0] = "c";
        return Ok(connection.Query<int>("SELECT Id FROM Cells WHERE Name = '" + cells[0, 1] + "'")); // reported
    }
}
//// good twin
// Another cell is read.
public class CellsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cells")]
    public IActionResult Find(string name)
    {
        var cells = new string[2, 2];
        cells[0, 0] = "a";
        cells[0, 1] = name;
        cells[1, 0] = "c";
        return Ok(connection.Query<int>("SELECT Id FROM Cells WHERE Name = '" + cells[1, 0] + "'"));
    }
}
