// A method that throws checks one value, and another one goes into the text.
public static class Ensure
{
    private static readonly HashSet<string> s_tables = ["Cats", "Dogs", "Birds"];

    public static void IsTable(string name)
    {
        if (!s_tables.Contains(name))
            throw new ArgumentException("There is no such table.");
    }
}

public class AnimalsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("animals/{table}")]
    public IActionResult List(string table, string column)
    {
        Ensure.IsTable(table);
        return Ok(connection.Query("SELECT * FROM " + table + " ORDER BY " + column)); // reported
    }
}
//// good twin
// A method that throws unless the value is in an allow-list checks the one that goes into the text.
public static class Ensure
{
    private static readonly HashSet<string> s_tables = ["Cats", "Dogs", "Birds"];

    public static void IsTable(string name)
    {
        if (!s_tables.Contains(name))
            throw new ArgumentException("There is no such table.");
    }
}

public class AnimalsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("animals/{table}")]
    public IActionResult List(string table, string column)
    {
        Ensure.IsTable(table);
        return Ok(connection.Query("SELECT * FROM " + table + " LIMIT " + column.Length));
    }
}
