// The constructor keeps what the caller sends in a readonly field.
public sealed class SubscriberQuery
{
    private readonly string _topic;
    private readonly string _reader;

    public SubscriberQuery(string topic, string reader)
    {
        _topic = topic;
        _reader = reader;
    }

    public IEnumerable<string> Run(SqliteConnection connection) =>
        connection.Query<string>("SELECT Mail FROM Subscribers WHERE Topic = '" + _topic + "' AND Reader <> @reader", new { reader = _reader }); // reported
}

public class SubscribersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("subscribers")]
    public IActionResult List(string topic) => Ok(new SubscriberQuery(topic, "nobody").Run(connection));
}
//// good twin
// The constructor keeps what the caller sends in the field that is bound.
public sealed class SubscriberQuery
{
    private readonly string _topic;
    private readonly string _reader;

    public SubscriberQuery(string topic, string reader)
    {
        _topic = topic;
        _reader = reader;
    }

    public IEnumerable<string> Run(SqliteConnection connection) =>
        connection.Query<string>("SELECT Mail FROM Subscribers WHERE Topic = '" + _topic + "' AND Reader <> @reader", new { reader = _reader });
}

public class SubscribersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("subscribers")]
    public IActionResult List(string topic) => Ok(new SubscriberQuery("news", topic).Run(connection));
}
