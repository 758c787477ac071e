// An extension method of the connection runs the text, which one caller composes of a form field.
public static class ConnectionExtensions
{
    public static int Run(this DbConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command.ExecuteNonQuery();
    }
}

public class CommentsController(DbConnection connection) : ControllerBase
{
    [HttpPost("comments")]
    public IActionResult Add([FromForm] string text)
    {
        connection.Run("INSERT INTO Comments (Text) VALUES ('" + text + "')"); // reported
        connection.Run("UPDATE Counters SET Value = Value + 1 WHERE Name = ?", "comments");
        return Ok();
    }
}
//// good twin
// The form field is one of the values that the extension method binds.
public static class ConnectionExtensions
{
    public static int Run(this DbConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command.ExecuteNonQuery();
    }
}

public class CommentsController(DbConnection connection) : ControllerBase
{
    [HttpPost("comments")]
    public IActionResult Add([FromForm] string text)
    {
        connection.Run("INSERT INTO Comments (Text) VALUES (?)", text);
        connection.Run("UPDATE Counters SET Value = Value + 1 WHERE Name = ?", "comments");
        return Ok();
    }
}
