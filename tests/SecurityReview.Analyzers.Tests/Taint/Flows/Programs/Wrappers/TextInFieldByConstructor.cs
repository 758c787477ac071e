// The constructor keeps the text, and a method of the object runs it.
public sealed class Statement
{
    private readonly string _sql;
    private readonly string _name;

    public Statement(string sql, string name)
    {
        _sql = sql;
        _name = name;
    }

    public int Run(SqliteConnection connection)
    {
        using var command = new SqliteCommand(_sql, connection);
        command.Parameters.AddWithValue("@name", _name);
        return command.ExecuteNonQuery();
    }
}

public class KeysController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("keys/{name}")]
    public IActionResult Delete(string name)
    {
        var statement = new Statement("DELETE FROM Keys WHERE Name = '" + name + "'", "none"); // reported
        return Ok(statement.Run(connection));
    }
}
//// good twin
// The constructor keeps a constant text and the value that is bound.
public sealed class Statement
{
    private readonly string _sql;
    private readonly string _name;

    public Statement(string sql, string name)
    {
        _sql = sql;
        _name = name;
    }

    public int Run(SqliteConnection connection)
    {
        using var command = new SqliteCommand(_sql, connection);
        command.Parameters.AddWithValue("@name", _name);
        return command.ExecuteNonQuery();
    }
}

public class KeysController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("keys/{name}")]
    public IActionResult Delete(string name)
    {
        var statement = new Statement("DELETE FROM Keys WHERE Name = @name", name);
        return Ok(statement.Run(connection));
    }
}
