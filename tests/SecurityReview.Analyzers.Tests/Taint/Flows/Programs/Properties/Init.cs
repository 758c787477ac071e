// An init-only property of a request object is filled in the object initializer.
public sealed class Lookup
{
    public required string Key { get; init; }

    public string Table { get; init; } = "Settings";

    public string Sql => $"SELECT Value FROM {Table} WHERE Name = @name";
}

public class SettingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("settings/{table}/{name}")]
    public IActionResult Get(string table, string name)
    {
        var lookup = new Lookup { Key = name, Table = table };
        return Ok(connection.Query<string>(lookup.Sql, new { name = lookup.Key })); // reported
    }
}
//// good twin
// The init-only property that goes into the text keeps its initial value.
public sealed class Lookup
{
    public required string Key { get; init; }

    public string Table { get; init; } = "Settings";

    public string Sql => $"SELECT Value FROM {Table} WHERE Name = @name";
}

public class SettingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("settings/{table}/{name}")]
    public IActionResult Get(string table, string name)
    {
        var lookup = new Lookup { Key = table + "." + name };
        return Ok(connection.Query<string>(lookup.Sql, new { name = lookup.Key }));
    }
}
