// AppendFormat puts the caller's text into a hole of its format.
using System.Globalization;
using System.Text;

namespace Shop.FormatBuilders;

public class FormatBuilderController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("format-builder")]
    public IActionResult Get(string owner, int minimum)
    {
        var builder = new StringBuilder();
        builder.AppendLine("SELECT Id FROM Wallets");
        builder.AppendFormat(CultureInfo.InvariantCulture, "WHERE Balance > {0} AND Owner = '{1}'", minimum, owner);
        var sql = builder.ToString();
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The hole for the text is a placeholder of the statement.
using System.Globalization;
using System.Text;

namespace Shop.FormatBuilders;

public class FormatBuilderController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("format-builder")]
    public IActionResult Get(string owner, int minimum)
    {
        var builder = new StringBuilder();
        builder.AppendLine("SELECT Id FROM Wallets");
        builder.AppendFormat(CultureInfo.InvariantCulture, "WHERE Balance > {0} AND (Length = {1} OR Owner = @owner)", minimum, owner.Length);
        var sql = builder.ToString();
        return Ok(connection.Query<int>(sql, new { owner }));
    }
}
