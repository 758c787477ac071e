// UTF-8 literals and the caller's text are joined as bytes and decoded.
using System.Text;

namespace Shop.Utf8;

public class Utf8Controller(SqliteConnection connection) : ControllerBase
{
    private static ReadOnlySpan<byte> Start => "SELECT Id FROM Names WHERE Name = '"u8;

    [HttpGet("utf8")]
    public IActionResult Get(string name)
    {
        byte[] bytes = [.. Start, .. Encoding.UTF8.GetBytes(name), .. "'"u8];
        var sql = Encoding.UTF8.GetString(bytes);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The bytes of the text are counted; a literal takes their place.
using System.Text;

namespace Shop.Utf8;

public class Utf8Controller(SqliteConnection connection) : ControllerBase
{
    private static ReadOnlySpan<byte> Start => "SELECT Id FROM Names WHERE Name = '"u8;

    [HttpGet("utf8")]
    public IActionResult Get(string name)
    {
        byte[] bytes = [.. Start, .. Encoding.UTF8.GetByteCount(name) > 20 ? "long"u8 : "short"u8, .. "'"u8];
        var sql = Encoding.UTF8.GetString(bytes);
        return Ok(connection.Query<int>(sql));
    }
}
