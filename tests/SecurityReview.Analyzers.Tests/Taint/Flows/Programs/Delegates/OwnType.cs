// A delegate type of the program with a named parameter, held in a property.
namespace Shop.Naming;

public delegate string Quote(string text, char mark);

public class SqlDialect
{
    public Quote Literal { get; set; } = (text, mark) => mark + text + mark;
}

public class ItemsController(SqliteConnection connection) : ControllerBase
{
    private readonly SqlDialect _dialect = new();

    [HttpGet("items")]
    public IActionResult Get(string label)
    {
        var literal = _dialect.Literal(label, '\'');
        var sql = "SELECT Id FROM Items WHERE Label = " + literal;
        return Ok(connection.QueryFirstOrDefault<int>(sql)); // reported
    }
}
//// good twin
// The delegate repeats only its second parameter, which is a constant.
namespace Shop.Naming;

public delegate string Quote(string text, char mark);

public class SqlDialect
{
    public Quote Literal { get; set; } = (text, mark) => text.Length == 0 ? "NULL" : new string(mark, 2);
}

public class ItemsController(SqliteConnection connection) : ControllerBase
{
    private readonly SqlDialect _dialect = new();

    [HttpGet("items")]
    public IActionResult Get(string label)
    {
        var literal = _dialect.Literal(label, '\'');
        var sql = "SELECT Id FROM Items WHERE Label = " + literal;
        return Ok(connection.QueryFirstOrDefault<int>(sql));
    }
}
