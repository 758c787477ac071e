// One helper serves a constant and what the caller sends, and the latter result goes into the text.
public static class Names
{
    public static string Normalize(string name) => name.Trim().ToLowerInvariant();
}

public class CountersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("counters")]
    public IActionResult Find(string counter)
    {
        var table = Names.Normalize(" Counters ");
        var name = Names.Normalize(counter);
        var value = connection.ExecuteScalar<int>("SELECT Value FROM Counters WHERE Name = '" + name + "'"); // reported
        return Ok(new { table, value });
    }
}
//// good twin
// One helper serves a constant and what the caller sends, and the former result goes into the text.
public static class Names
{
    public static string Normalize(string name) => name.Trim().ToLowerInvariant();
}

public class CountersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("counters")]
    public IActionResult Find(string counter)
    {
        var table = Names.Normalize(" Counters ");
        var name = Names.Normalize(counter);
        var value = connection.ExecuteScalar<int>("SELECT Value FROM " + table + " WHERE Name = @name", new { name });
        return Ok(new { table, value });
    }
}
