// A query object holds the text that it is run with; it is composed where the object is made.
namespace Shop.QueryObjects;

public sealed class SqlQuery(string text, object? values = null)
{
    public IEnumerable<T> Run<T>(SqliteConnection connection) => connection.Query<T>(text, values);
}

public class LetterController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("letters")]
    public IActionResult Get(string sender)
    {
        var query = new SqlQuery("SELECT Id FROM Letters WHERE Sender = '" + sender + "'", new { sender }); // reported
        return Ok(query.Run<int>(connection));
    }
}
//// good twin
// The object is made of a constant text and of values.
namespace Shop.QueryObjects;

public sealed class SqlQuery(string text, object? values = null)
{
    public IEnumerable<T> Run<T>(SqliteConnection connection) => connection.Query<T>(text, values);
}

public class LetterController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("letters")]
    public IActionResult Get(string sender)
    {
        var query = new SqlQuery("SELECT Id FROM Letters WHERE Sender = @sender", new { sender });
        return Ok(query.Run<int>(connection));
    }
}
