// A type of the program adds texts with an operator of its own.
namespace Shop.Sql;

public readonly record struct SqlText(string Value)
{
    public static SqlText operator +(SqlText left, string right) => new(left.Value + right);

    public static SqlText operator &(SqlText left, SqlText right) => new(left.Value + " AND " + right.Value);

    public override string ToString() => Value;
}

public class SqlController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sql")]
    public IActionResult Get(string city)
    {
        var open = new SqlText("SELECT Id FROM Shops WHERE Open = 1");
        var sql = open & (new SqlText("City = '") + city + "'");
        return Ok(connection.Query<int>(sql.ToString())); // reported
    }
}
//// good twin
// The operator makes a second value; the first, which the statement uses, does not change.
namespace Shop.Sql;

public readonly record struct SqlText(string Value)
{
    public static SqlText operator +(SqlText left, string right) => new(left.Value + right);

    public static SqlText operator &(SqlText left, SqlText right) => new(left.Value + " AND " + right.Value);

    public override string ToString() => Value;
}

public class SqlController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sql")]
    public IActionResult Get(string city)
    {
        var open = new SqlText("SELECT Id FROM Shops WHERE Open = 1");
        var sql = open & (new SqlText("City = '") + city + "'");
        return Ok(new { ids = connection.Query<int>(open.ToString()), preview = sql.ToString() });
    }
}
