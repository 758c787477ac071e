// A with expression on an anonymous object and on a struct replaces one member.
namespace Shop.Withs;

public struct Paging
{
    public string Column { get; set; }

    public int Size { get; set; }
}

public class WithsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("withs")]
    public IActionResult Get(string column)
    {
        var first = new Paging { Column = "Id", Size = 10 };
        var second = first with { Column = column };
        var shown = new { second.Column, second.Size } with { Size = 20 };
        var sql = $"SELECT Id FROM Withs ORDER BY {shown.Column} LIMIT {shown.Size}";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The with expression on the anonymous object replaces the member that holds the caller's text.
namespace Shop.Withs;

public struct Paging
{
    public string Column { get; set; }

    public int Size { get; set; }
}

public class WithsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("withs")]
    public IActionResult Get(string column)
    {
        var first = new Paging { Column = "Id", Size = 10 };
        var second = first with { Column = column };
        var shown = new { second.Column, second.Size } with { Column = "Name" };
        var sql = $"SELECT Id FROM Withs ORDER BY {shown.Column} LIMIT {shown.Size}";
        return Ok(connection.Query<int>(sql));
    }
}
