// The constructor fills an array that another method reads by named indexes.
public sealed class Arguments
{
    private const int Table = 0;
    private const int Title = 1;
    private readonly string[] _values = new string[2];

    public Arguments(string table, string title)
    {
        _values[Table] = table;
        _values[Title] = title;
    }

    public string Text() => "SELECT * FROM " + _values[Table];

    public string Caption() => _values[Title];
}

public class TablesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tables/{table}")]
    public IActionResult Show(string table)
    {
        var arguments = new Arguments(table, "Table");
        return Ok(new { title = arguments.Caption(), rows = connection.Query(arguments.Text()) }); // reported
    }
}
//// good twin
// What the caller sends stands at the other index.
public sealed class Arguments
{
    private const int Table = 0;
    private const int Title = 1;
    private readonly string[] _values = new string[2];

    public Arguments(string table, string title)
    {
        _values[Table] = table;
        _values[Title] = title;
    }

    public string Text() => "SELECT * FROM " + _values[Table];

    public string Caption() => _values[Title];
}

public class TablesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tables/{table}")]
    public IActionResult Show(string table)
    {
        var arguments = new Arguments("Tables", table);
        return Ok(new { title = arguments.Caption(), rows = connection.Query(arguments.Text()) });
    }
}
