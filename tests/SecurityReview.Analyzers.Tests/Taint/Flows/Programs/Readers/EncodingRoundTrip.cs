// Base64 and encodings there and back: the text is what the caller sent.
using System.Text;

namespace Shop.Encodings;

public static class Cursor
{
    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Decode(string cursor) => Encoding.UTF8.GetString(Convert.FromBase64String(cursor));
}

public class CursorController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cursor")]
    public IActionResult Get(string cursor)
    {
        var start = Cursor.Decode(cursor);
        var sql = "SELECT Id FROM Pages WHERE Title > '" + start + "' ORDER BY Title";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// What is decoded must be a number.
using System.Text;

namespace Shop.Encodings;

public static class Cursor
{
    public static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static string Decode(string cursor) => Encoding.UTF8.GetString(Convert.FromBase64String(cursor));
}

public class CursorController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cursor")]
    public IActionResult Get(string cursor)
    {
        var start = Cursor.Decode(cursor);
        var sql = "SELECT Id FROM Pages WHERE Id > " + long.Parse(start) + " ORDER BY Id";
        return Ok(connection.Query<int>(sql));
    }
}
