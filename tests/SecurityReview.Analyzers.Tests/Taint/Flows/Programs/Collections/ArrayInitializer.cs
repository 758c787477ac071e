// An array is made with what the caller sends in it, and all of it becomes text.
public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("columns")]
    public IActionResult List(string extra)
    {
        string[] columns = { "Id", "Name", extra };
        string[] fixedColumns = { "Id", "Name" };
        var shown = string.Join(", ", fixedColumns);
        var sql = "SELECT " + string.Join(", ", columns) + " FROM Employees";
        return Ok(new { shown, rows = connection.Query(sql) }); // reported
    }
}
//// good twin
// All of the other array becomes text.
public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("columns")]
    public IActionResult List(string extra)
    {
        string[] columns = { "Id", "Name", extra };
        string[] fixedColumns = { "Id", "Name" };
        var shown = string.Join(", ", columns);
        var sql = "SELECT " + string.Join(", ", fixedColumns) + " FROM Employees";
        return Ok(new { shown, rows = connection.Query(sql) });
    }
}
