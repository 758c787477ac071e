// A partial property is declared in one file and reads the request in another.
public partial class FeedController
{
    private partial string Topic { get; }

    private partial string Prefix();

    [HttpGet("feed")]
    public IActionResult Read()
    {
        var sql = "SELECT * FROM Feed WHERE Topic = '" + Prefix() + Topic + "'";
        return Ok(connection.Query(sql)); // reported
    }
}
//// file
public partial class FeedController(SqliteConnection connection) : ControllerBase
{
    private partial string Topic => Request.Cookies["topic"] ?? "all";

    private partial string Prefix() => "feed/";
}
//// good twin
// The partial property looks at the request and yields one of two constants.
public partial class FeedController
{
    private partial string Topic { get; }

    private partial string Prefix();

    [HttpGet("feed")]
    public IActionResult Read()
    {
        var sql = "SELECT * FROM Feed WHERE Topic = '" + Prefix() + Topic + "'";
        return Ok(connection.Query(sql));
    }
}
//// file
public partial class FeedController(SqliteConnection connection) : ControllerBase
{
    private partial string Topic => Request.Cookies["topic"] == "own" ? "own" : "all";

    private partial string Prefix() => "feed/";
}
