// Padding, trimming and changes of case leave the caller's text injectable.
using System.Globalization;

namespace Shop.Padding;

public class PaddingController(SqliteConnection connection) : ControllerBase
{
    private static string Clean(string text) =>
        text.Trim().TrimStart('0').TrimEnd('.', ' ').PadLeft(8, '0').PadRight(20).ToUpperInvariant().ToLower(CultureInfo.InvariantCulture).Normalize();

    [HttpGet("padding")]
    public IActionResult Get(string serial)
    {
        var prefix = "SN";
        var sql = "SELECT Id FROM Devices WHERE Serial = '" + Clean(serial) + "'";
        return Ok(new { ids = connection.Query<int>(sql), prefix }); // reported
    }
}
//// good twin
// The constant goes through the same changes into the statement; the caller's text only into the answer.
using System.Globalization;

namespace Shop.Padding;

public class PaddingController(SqliteConnection connection) : ControllerBase
{
    private static string Clean(string text) =>
        text.Trim().TrimStart('0').TrimEnd('.', ' ').PadLeft(8, '0').PadRight(20).ToUpperInvariant().ToLower(CultureInfo.InvariantCulture).Normalize();

    [HttpGet("padding")]
    public IActionResult Get(string serial)
    {
        var prefix = "SN";
        var sql = "SELECT Id FROM Devices WHERE Serial = '" + Clean(prefix) + "'";
        return Ok(new { ids = connection.Query<int>(sql), serial = Clean(serial) });
    }
}
