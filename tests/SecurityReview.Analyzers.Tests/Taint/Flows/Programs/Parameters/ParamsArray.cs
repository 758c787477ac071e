// What the caller sends is one of several arguments that a params array collects.
public static class Sql
{
    public static string All(string table, params string[] conditions) => "SELECT * FROM " + table + " WHERE " + string.Join(" AND ", conditions);
}

public class FilesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("files")]
    public IActionResult Find(string owner, int minimum)
    {
        var sql = Sql.All("Files", "Size > " + minimum, "Owner = '" + owner + "'");
        return Ok(connection.Query(sql)); // reported
    }
}
//// good twin
// The params array collects constants and a number.
public static class Sql
{
    public static string All(string table, params string[] conditions) => "SELECT * FROM " + table + " WHERE " + string.Join(" AND ", conditions);
}

public class FilesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("files")]
    public IActionResult Find(string owner, int minimum)
    {
        var sql = Sql.All("Files", "Size > " + minimum, "Owner = @owner");
        return Ok(connection.Query(sql, new { owner }));
    }
}
