// A for loop whose bounds are known runs once and takes what the caller sends.
public class OnceController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("once")]
    public IActionResult Find(string name)
    {
        var used = "none";
        for (var i = 0; i < 1; i++)
            used = name;
        return Ok(connection.Query<int>("SELECT Id FROM Things WHERE Name = '" + used + "'")); // reported
    }
}
//// good twin
// A for loop whose bounds are known never runs.
public class OnceController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("once")]
    public IActionResult Find(string name)
    {
        var used = "none";
        for (var i = 0; i < 0; i++)
            used = name;
        return Ok(connection.Query<int>("SELECT Id FROM Things WHERE Name = '" + used + "'"));
    }
}
