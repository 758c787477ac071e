// Decoding and encoding for other places than SQL keeps the quote.
using System.Net;

namespace Shop.Urls;

public class UrlsController(SqliteConnection connection) : ControllerBase
{
    private static string Decode(string text) => WebUtility.HtmlDecode(Uri.UnescapeDataString(text)).Replace('+', ' ');

    [HttpGet("urls")]
    public IActionResult Get(string path)
    {
        var known = "a%20b";
        var sql = "SELECT Id FROM Urls WHERE Path = '" + Decode(path) + "'";
        return Ok(new { known, ids = connection.Query<int>(sql) }); // reported
    }
}
//// good twin
// The constant is decoded into the statement; the caller's text into the answer.
using System.Net;

namespace Shop.Urls;

public class UrlsController(SqliteConnection connection) : ControllerBase
{
    private static string Decode(string text) => WebUtility.HtmlDecode(Uri.UnescapeDataString(text)).Replace('+', ' ');

    [HttpGet("urls")]
    public IActionResult Get(string path)
    {
        var known = "a%20b";
        var sql = "SELECT Id FROM Urls WHERE Path = '" + Decode(known) + "'";
        return Ok(new { path = Decode(path), ids = connection.Query<int>(sql) });
    }
}
