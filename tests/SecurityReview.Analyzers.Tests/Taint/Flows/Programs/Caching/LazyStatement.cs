// A Lazy composes the statement with the text when it is asked for.
namespace Shop.Lazies;

public sealed class Statement
{
    private readonly Lazy<string> _text;

    public Statement(string table, string owner)
    {
        Owner = owner;
        _text = new Lazy<string>(() => Compose(table, owner));
    }

    public string Owner { get; }

    public string Text => _text.Value;

    private static string Compose(string table, string owner) => "SELECT Id FROM " + table + " WHERE Owner = '" + owner + "'";
}

public class FilesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("files")]
    public IActionResult Get(string owner)
    {
        var statement = new Statement("Files", owner);
        return Ok(connection.Query<int>(statement.Text, new { owner = statement.Owner })); // reported
    }
}
//// good twin
// The Lazy composes a constant and the text is a parameter.
namespace Shop.Lazies;

public sealed class Statement
{
    private readonly Lazy<string> _text;

    public Statement(string table, string owner)
    {
        Owner = owner;
        _text = new Lazy<string>(() => Compose(table, owner));
    }

    public string Owner { get; }

    public string Text => _text.Value;

    private static string Compose(string table, string owner) => "SELECT Id FROM " + table + " WHERE Owner = @owner";
}

public class FilesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("files")]
    public IActionResult Get(string owner)
    {
        var statement = new Statement("Files", owner);
        return Ok(connection.Query<int>(statement.Text, new { owner = statement.Owner }));
    }
}
