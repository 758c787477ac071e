// An own method runs the text that it is given, and one of its callers composes it.
public class Database(SqliteConnection connection)
{
    public int Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}

public class SessionsController(Database database) : ControllerBase
{
    [HttpDelete("sessions/all")]
    public int Clear() => database.Execute("DELETE FROM Sessions");

    [HttpDelete("sessions")]
    public int End(string key)
    {
        var table = "Sessions";
        return database.Execute("DELETE FROM " + table + " WHERE Key = '" + key + "'"); // reported
    }
}
//// good twin
// Both callers compose from constants only.
public class Database(SqliteConnection connection)
{
    public int Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}

public class SessionsController(Database database) : ControllerBase
{
    [HttpDelete("sessions/all")]
    public int Clear() => database.Execute("DELETE FROM Sessions");

    [HttpDelete("sessions")]
    public int End(string key)
    {
        var table = "Sessions";
        return database.Execute("DELETE FROM " + table + " WHERE Key = ''") + key.Length;
    }
}
