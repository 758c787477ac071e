// A builder collects conditions in a list of its own, and its last method makes the text.
public sealed class WhereBuilder
{
    private readonly List<string> _conditions = [];
    private readonly DynamicParameters _parameters = new();

    public WhereBuilder Equal(string column, string value)
    {
        _conditions.Add(column + " = '" + value + "'");
        _parameters.Add(column, value);
        return this;
    }

    public IEnumerable<int> Run(SqliteConnection connection) =>
        connection.Query<int>("SELECT Id FROM Leads WHERE " + string.Join(" AND ", _conditions), _parameters); // reported
}

public class LeadsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("leads")]
    public IEnumerable<int> Find(string source, string owner) =>
        new WhereBuilder().Equal("Source", source).Equal("Owner", owner).Run(connection);
}
//// good twin
// The builder collects the names of columns, which are constants, and binds the values.
public sealed class WhereBuilder
{
    private readonly List<string> _conditions = [];
    private readonly DynamicParameters _parameters = new();

    public WhereBuilder Equal(string column, string value)
    {
        _conditions.Add(column + " = @" + column);
        _parameters.Add(column, value);
        return this;
    }

    public IEnumerable<int> Run(SqliteConnection connection) =>
        connection.Query<int>("SELECT Id FROM Leads WHERE " + string.Join(" AND ", _conditions), _parameters);
}

public class LeadsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("leads")]
    public IEnumerable<int> Find(string source, string owner) =>
        new WhereBuilder().Equal("Source", source).Equal("Owner", owner).Run(connection);
}
