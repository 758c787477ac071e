// The elements are copied from one array to another, which is joined.
public class PartsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("parts/find")]
    public IActionResult Find([FromBody] string[] names)
    {
        var copy = new string[names.Length];
        var marks = new string[names.Length];
        Array.Fill(marks, "?");
        Array.Copy(names, copy, names.Length);
        var text = string.Join("', '", copy);
        return Ok(connection.Query("SELECT * FROM Parts WHERE Name IN ('" + text + "')", new { marks })); // reported
    }
}
//// good twin
// The array that is joined is filled with a constant.
public class PartsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("parts/find")]
    public IActionResult Find([FromBody] string[] names)
    {
        var copy = new string[names.Length];
        var marks = new string[names.Length];
        Array.Fill(marks, "?");
        Array.Copy(names, copy, names.Length);
        var text = string.Join("', '", marks);
        return Ok(connection.Query("SELECT * FROM Parts WHERE Name IN ('" + text + "')", new { copy }));
    }
}
