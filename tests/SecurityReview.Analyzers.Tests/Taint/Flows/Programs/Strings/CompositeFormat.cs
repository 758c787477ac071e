// A format parsed once is filled with the caller's text.
using System.Globalization;
using System.Text;

namespace Shop.Composites;

public class CompositeController(SqliteConnection connection) : ControllerBase
{
    private static readonly CompositeFormat s_byOwner = CompositeFormat.Parse("SELECT Id FROM Boats WHERE Owner = '{0}' AND Length > {1}");

    [HttpGet("boats")]
    public IActionResult Get(string owner, int length)
    {
        var sql = string.Format(CultureInfo.InvariantCulture, s_byOwner, owner, length);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The format is filled with the length of the text.
using System.Globalization;
using System.Text;

namespace Shop.Composites;

public class CompositeController(SqliteConnection connection) : ControllerBase
{
    private static readonly CompositeFormat s_byOwner = CompositeFormat.Parse("SELECT Id FROM Boats WHERE Owner = '{0}' AND Length > {1}");

    [HttpGet("boats")]
    public IActionResult Get(string owner, int length)
    {
        var sql = string.Format(CultureInfo.InvariantCulture, s_byOwner, owner.Length, length);
        return Ok(connection.Query<int>(sql));
    }
}
