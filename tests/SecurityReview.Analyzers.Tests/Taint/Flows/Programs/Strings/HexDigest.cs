// The bytes of the text are written as hexadecimal digits and read back.
using System.Security.Cryptography;
using System.Text;

namespace Shop.Digests;

public class DigestsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("digests")]
    public IActionResult Get(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var digest = SHA256.HashData(bytes);
        var hex = Convert.ToHexString(bytes);
        var text = Encoding.UTF8.GetString(Convert.FromHexString(hex));
        var sql = "SELECT Id FROM Secrets WHERE Size > " + digest.Length + " AND Text = '" + text + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The statement uses the hexadecimal digits of the digest.
using System.Security.Cryptography;
using System.Text;

namespace Shop.Digests;

public class DigestsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("digests")]
    public IActionResult Get(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var digest = SHA256.HashData(bytes);
        var hex = Convert.ToHexString(digest);
        var text = hex.ToLowerInvariant();
        var sql = "SELECT Id FROM Secrets WHERE Size > " + digest.Length + " AND Text = '" + text + "'";
        return Ok(connection.Query<int>(sql));
    }
}
