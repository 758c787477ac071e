// A setter keeps what it is given where the caller is no guest.
public class Session
{
    private string _schema = "guest";

    public bool IsGuest { get; set; }

    public string Schema
    {
        get => _schema;
        set { if (!IsGuest) _schema = value; }
    }
}

public class SchemasController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("schemas/{schema}")]
    public IActionResult Tables(string schema)
    {
        var session = new Session();
        session.IsGuest = false;
        session.Schema = schema;
        return Ok(connection.Query<string>($"SELECT name FROM {session.Schema}.sqlite_master")); // reported
    }
}
//// good twin
// The setter keeps nothing, since the caller is a guest.
public class Session
{
    private string _schema = "guest";

    public bool IsGuest { get; set; }

    public string Schema
    {
        get => _schema;
        set { if (!IsGuest) _schema = value; }
    }
}

public class SchemasController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("schemas/{schema}")]
    public IActionResult Tables(string schema)
    {
        var session = new Session();
        session.IsGuest = true;
        session.Schema = schema;
        return Ok(connection.Query<string>($"SELECT name FROM {session.Schema}.sqlite_master"));
    }
}
