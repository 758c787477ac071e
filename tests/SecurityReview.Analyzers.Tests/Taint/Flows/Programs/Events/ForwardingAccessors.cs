// The accessors of an event forward to another object, that raises it.
namespace Shop.Forwarding;

public class Feed
{
    public event Action<string>? Arrived;

    public void Push(string item) => Arrived?.Invoke(item.Trim());
}

public class Portal(Feed feed)
{
    public event Action<string> Arrived
    {
        add { feed.Arrived += value; }
        remove { feed.Arrived -= value; }
    }
}

public class ForwardingController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("forwarding")]
    public IActionResult Post([FromForm] string item)
    {
        var feed = new Feed();
        var portal = new Portal(feed);
        var sql = "SELECT 1";
        portal.Arrived += text => sql = "SELECT Id FROM Items WHERE Name = '" + text + "'";
        feed.Push(item);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The object to which the event is forwarded raises it with a constant.
namespace Shop.Forwarding;

public class Feed
{
    public event Action<string>? Arrived;

    public void Push(string item) => Arrived?.Invoke(item.Length > 3 ? "long" : "short");
}

public class Portal(Feed feed)
{
    public event Action<string> Arrived
    {
        add { feed.Arrived += value; }
        remove { feed.Arrived -= value; }
    }
}

public class ForwardingController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("forwarding")]
    public IActionResult Post([FromForm] string item)
    {
        var feed = new Feed();
        var portal = new Portal(feed);
        var sql = "SELECT 1";
        portal.Arrived += text => sql = "SELECT Id FROM Items WHERE Name = '" + text + "'";
        feed.Push(item);
        return Ok(connection.Query<int>(sql));
    }
}
