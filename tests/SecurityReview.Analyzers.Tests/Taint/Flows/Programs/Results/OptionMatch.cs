// An Option type hands the text on to a lambda, or a constant where there is none.
namespace Shop.Options;

public abstract record Option<T>
{
    public sealed record Some(T Value) : Option<T>;

    public sealed record None : Option<T>;

    public TOut Match<TOut>(Func<T, TOut> some, Func<TOut> none) => this switch
    {
        Some(var value) => some(value),
        _ => none(),
    };
}

public class ShelvesController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "Weight"];

    [HttpGet("shelves")]
    public IActionResult Get(string? order)
    {
        Option<string> column = order is not null ? new Option<string>.Some(order) : new Option<string>.None();
        var sql = "SELECT Id FROM Shelves ORDER BY " + column.Match(name => name, () => "Id");
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The Option is made of a member of a known list.
namespace Shop.Options;

public abstract record Option<T>
{
    public sealed record Some(T Value) : Option<T>;

    public sealed record None : Option<T>;

    public TOut Match<TOut>(Func<T, TOut> some, Func<TOut> none) => this switch
    {
        Some(var value) => some(value),
        _ => none(),
    };
}

public class ShelvesController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["Name", "Weight"];

    [HttpGet("shelves")]
    public IActionResult Get(string? order)
    {
        Option<string> column = order is not null && s_columns.Contains(order) ? new Option<string>.Some(order) : new Option<string>.None();
        var sql = "SELECT Id FROM Shelves ORDER BY " + column.Match(name => name, () => "Id");
        return Ok(connection.Query<int>(sql));
    }
}
