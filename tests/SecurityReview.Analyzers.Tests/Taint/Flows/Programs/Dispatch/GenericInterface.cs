// A generic interface is implemented for two types, and the one for the body composes.
public sealed record ByName(string Name);

public sealed record ByNumber(string Note, int Number);

public interface ISqlOf<in T>
{
    string Text(T criterion);
}

public sealed class SqlOf : ISqlOf<ByName>, ISqlOf<ByNumber>
{
    public string Text(ByName criterion) => "Name = '" + criterion.Name + "'";

    public string Text(ByNumber criterion) => "Number = " + criterion.Number;
}

public class ContractsController(SqlOf sql, SqliteConnection connection) : ControllerBase
{
    [HttpPost("contracts")]
    public IActionResult Find(string name)
    {
        var where = Condition(sql, new ByName(name));
        return Ok(connection.Query<int>("SELECT Id FROM Contracts WHERE " + where)); // reported
    }

    private static string Condition<T>(ISqlOf<T> source, T criterion) => source.Text(criterion);
}
//// good twin
// The implementation for the other type composes a number.
public sealed record ByName(string Name);

public sealed record ByNumber(string Note, int Number);

public interface ISqlOf<in T>
{
    string Text(T criterion);
}

public sealed class SqlOf : ISqlOf<ByName>, ISqlOf<ByNumber>
{
    public string Text(ByName criterion) => "Name = '" + criterion.Name + "'";

    public string Text(ByNumber criterion) => "Number = " + criterion.Number;
}

public class ContractsController(SqlOf sql, SqliteConnection connection) : ControllerBase
{
    [HttpPost("contracts")]
    public IActionResult Find(string name)
    {
        var where = Condition(sql, new ByNumber(name, 7));
        return Ok(connection.Query<int>("SELECT Id FROM Contracts WHERE " + where));
    }

    private static string Condition<T>(ISqlOf<T> source, T criterion) => source.Text(criterion);
}
