// A method calls itself until the value is short enough, and returns it.
public class CodesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("codes")]
    public IActionResult Find(string code) =>
        Ok(connection.Query<int>("SELECT Id FROM Codes WHERE Code = '" + Shorten(code, 0) + "'")); // reported

    private static string Shorten(string code, int depth)
    {
        if (code.Length < 8)
            return code;
        return Shorten(code.Substring(1), depth + 1);
    }
}
//// good twin
// A method calls itself until the value is short enough, and returns how often it did.
public class CodesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("codes")]
    public IActionResult Find(string code) =>
        Ok(connection.Query<int>("SELECT Id FROM Codes WHERE Code = '" + Shorten(code, 0) + "'"));

    private static string Shorten(string code, int depth)
    {
        if (code.Length < 8)
            return depth > 4 ? "long" : "short";
        return Shorten(code.Substring(1), depth + 1);
    }
}
