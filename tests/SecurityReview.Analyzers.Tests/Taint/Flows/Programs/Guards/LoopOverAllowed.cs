// A loop looks for the text in a list and keeps the text that was sent.
namespace Shop.Searching;

public class TopicsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_topics = ["News", "Sport"];

    [HttpGet("topics")]
    public IActionResult Get(string topic)
    {
        string? found = null;
        foreach (var known in s_topics)
        {
            if (known.StartsWith(topic, StringComparison.OrdinalIgnoreCase))
                found = topic;
        }

        return found is null ? NotFound() : Ok(connection.Query("SELECT * FROM " + found)); // reported
    }
}
//// good twin
// A loop looks for the text in a list and keeps the entry of the list.
namespace Shop.Searching;

public class TopicsController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_topics = ["News", "Sport"];

    [HttpGet("topics")]
    public IActionResult Get(string topic)
    {
        string? found = null;
        foreach (var known in s_topics)
        {
            if (known.StartsWith(topic, StringComparison.OrdinalIgnoreCase))
                found = known;
        }

        return found is null ? NotFound() : Ok(connection.Query("SELECT * FROM " + found));
    }
}
