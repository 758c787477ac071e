// A helper returns its first argument, which is what the caller sends.
public static class Choice
{
    public static string First(string first, string second) => second.Length > 0 ? first : "none";
}

public class ColorsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("colors")]
    public IActionResult Find([FromHeader] string theme)
    {
        var color = Choice.First(theme, "red");
        return Ok(connection.Query<int>("SELECT Id FROM Colors WHERE Name = '" + color + "'")); // reported
    }
}
//// good twin
// The helper returns its first argument, which is a constant.
public static class Choice
{
    public static string First(string first, string second) => second.Length > 0 ? first : "none";
}

public class ColorsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("colors")]
    public IActionResult Find([FromHeader] string theme)
    {
        var color = Choice.First("red", theme);
        return Ok(connection.Query<int>("SELECT Id FROM Colors WHERE Name = '" + color + "'"));
    }
}
