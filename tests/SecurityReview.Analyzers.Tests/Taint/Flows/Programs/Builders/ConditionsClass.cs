// A class of conditions has an operator, and one of them holds the text.
namespace Shop.Operators;

public sealed class Condition(string text)
{
    public string Text { get; } = text;

    public static Condition operator &(Condition left, Condition right) => new("(" + left.Text + " AND " + right.Text + ")");

    public static implicit operator string(Condition condition) => condition.Text;

    public static Condition Equal(string column, string value) => new(column + " = " + value);
}

public class RoomsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rooms")]
    public IActionResult Get(string floor)
    {
        string where = Condition.Equal("Free", "1") & Condition.Equal("Floor", "'" + floor + "'");
        return Ok(connection.Query("SELECT * FROM Rooms WHERE " + where, new { floor })); // reported
    }
}
//// good twin
// The condition holds the name of a parameter.
namespace Shop.Operators;

public sealed class Condition(string text)
{
    public string Text { get; } = text;

    public static Condition operator &(Condition left, Condition right) => new("(" + left.Text + " AND " + right.Text + ")");

    public static implicit operator string(Condition condition) => condition.Text;

    public static Condition Equal(string column, string value) => new(column + " = " + value);
}

public class RoomsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rooms")]
    public IActionResult Get(string floor)
    {
        string where = Condition.Equal("Free", "1") & Condition.Equal("Floor", "@floor");
        return Ok(connection.Query("SELECT * FROM Rooms WHERE " + where, new { floor }));
    }
}
