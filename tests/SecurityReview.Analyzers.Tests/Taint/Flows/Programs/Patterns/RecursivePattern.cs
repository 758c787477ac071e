// A switch over types of the program takes the text out of one of them.
namespace Shop.Expressions;

public abstract record Node;

public record Literal(string Text) : Node;

public record Number(int Value) : Node;

public record Both(Node Left, Node Right) : Node;

public class ExpressionsController(SqliteConnection connection) : ControllerBase
{
    private static string Render(Node node) => node switch
    {
        Literal { Text: var text } => "Name = '" + text + "'",
        Number(var value) => "Age = " + value,
        Both(var left, var right) => Render(left) + " AND " + Render(right),
        _ => throw new NotSupportedException(),
    };

    [HttpGet("expressions")]
    public IActionResult Get(string name, int age)
    {
        Node filter = new Both(new Literal(name), new Number(age));
        var sql = "SELECT Id FROM People WHERE " + Render(filter);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The arm for the text renders a placeholder.
namespace Shop.Expressions;

public abstract record Node;

public record Literal(string Text) : Node;

public record Number(int Value) : Node;

public record Both(Node Left, Node Right) : Node;

public class ExpressionsController(SqliteConnection connection) : ControllerBase
{
    private static string Render(Node node) => node switch
    {
        Literal { Text: var text } => text.Length == 0 ? "Name IS NULL" : "Name = @name",
        Number(var value) => "Age = " + value,
        Both(var left, var right) => Render(left) + " AND " + Render(right),
        _ => throw new NotSupportedException(),
    };

    [HttpGet("expressions")]
    public IActionResult Get(string name, int age)
    {
        Node filter = new Both(new Literal(name), new Number(age));
        var sql = "SELECT Id FROM People WHERE " + Render(filter);
        return Ok(connection.Query<int>(sql, new { name }));
    }
}
