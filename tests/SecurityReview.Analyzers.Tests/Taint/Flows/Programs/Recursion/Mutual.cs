// Two methods call each other over the parts of a path, and one adds the parts.
public class TreeController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tree/{*path}")]
    public IActionResult Find(string path)
    {
        var where = Even(path.Split('/'), 0);
        return Ok(connection.Query<int>("SELECT Id FROM Tree WHERE 1 = 1" + where)); // reported
    }

    private static string Even(string[] parts, int index) =>
        index >= parts.Length ? "" : " AND Level" + index + " IS NOT NULL" + Odd(parts, index + 1);

    private static string Odd(string[] parts, int index) =>
        index >= parts.Length ? "" : " AND Level" + index + " = '" + parts[index] + "'" + Even(parts, index + 1);
}
//// good twin
// Two methods call each other over the parts of a path, and neither adds them.
public class TreeController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tree/{*path}")]
    public IActionResult Find(string path)
    {
        var where = Even(path.Split('/'), 0);
        return Ok(connection.Query<int>("SELECT Id FROM Tree WHERE 1 = 1" + where));
    }

    private static string Even(string[] parts, int index) =>
        index >= parts.Length ? "" : " AND Level" + index + " IS NOT NULL" + Odd(parts, index + 1);

    private static string Odd(string[] parts, int index) =>
        index >= parts.Length ? "" : " AND Level" + index + " <> '' " + Even(parts, index + 1);
}
