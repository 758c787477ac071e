// A partial constructor is declared in one file and implemented in another.
namespace Shop.Partials;

public partial class Criterion
{
    public partial Criterion(string column, string value);

    public partial string Text { get; }
}
//// file
namespace Shop.Partials;

public partial class Criterion
{
    private readonly string _column;
    private readonly string _value;

    public partial Criterion(string column, string value)
    {
        _column = column;
        _value = value;
    }

    public partial string Text => _column + " = '" + _value + "'";
}
//// file
namespace Shop.Partials;

public class PartialsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("partials")]
    public IActionResult Get(string owner)
    {
        var criterion = new Criterion("Owner", owner);
        var sql = "SELECT Id FROM Files WHERE " + criterion.Text;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The partial property renders the column and the length of the value.
namespace Shop.Partials;

public partial class Criterion
{
    public partial Criterion(string column, string value);

    public partial string Text { get; }
}
//// file
namespace Shop.Partials;

public partial class Criterion
{
    private readonly string _column;
    private readonly string _value;

    public partial Criterion(string column, string value)
    {
        _column = column;
        _value = value;
    }

    public partial string Text => "LENGTH(" + _column + ") = " + _value.Length;
}
//// file
namespace Shop.Partials;

public class PartialsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("partials")]
    public IActionResult Get(string owner)
    {
        var criterion = new Criterion("Owner", owner);
        var sql = "SELECT Id FROM Files WHERE " + criterion.Text;
        return Ok(connection.Query<int>(sql));
    }
}
