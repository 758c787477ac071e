// A compound assignment calls the operator + of the program.
namespace Shop.Clauses;

public sealed class ClauseList
{
    private readonly string _text;

    public ClauseList(string text) => _text = text;

    public int Count { get; private init; }

    public static ClauseList operator +(ClauseList list, string clause) => new(list._text + " AND " + clause) { Count = list.Count + 1 };

    public string ToSql() => _text;
}

public class ClausesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("clauses")]
    public IActionResult Get(string name)
    {
        var clauses = new ClauseList("1 = 1");
        clauses += "Name = '" + name + "'";
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Clauses WHERE " + clauses.ToSql(); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// Of the value that the operator made only the number of clauses is put into the text.
namespace Shop.Clauses;

public sealed class ClauseList
{
    private readonly string _text;

    public ClauseList(string text) => _text = text;

    public int Count { get; private init; }

    public static ClauseList operator +(ClauseList list, string clause) => new(list._text + " AND " + clause) { Count = list.Count + 1 };

    public string ToSql() => _text;
}

public class ClausesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("clauses")]
    public IActionResult Get(string name)
    {
        var clauses = new ClauseList("1 = 1");
        clauses += "Name = '" + name + "'";
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Clauses LIMIT " + clauses.Count;
        return Ok(command.ExecuteScalar());
    }
}
