// Format with a provider and an array of arguments.
using System.Globalization;

namespace Shop.Cultures;

public class CultureController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("culture")]
    public IActionResult Get(string region, decimal price)
    {
        var arguments = new object[] { price, "'" + region + "'" };
        var sql = string.Format(CultureInfo.InvariantCulture, "SELECT Id FROM Offers WHERE Price < {0:F2} AND Region = {1}", arguments);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The element of the array is replaced before the text is formatted.
using System.Globalization;

namespace Shop.Cultures;

public class CultureController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("culture")]
    public IActionResult Get(string region, decimal price)
    {
        var arguments = new object[] { price, "'" + region + "'" };
        arguments[1] = region.Length == 2 ? "@region" : "'EU'";
        var sql = string.Format(CultureInfo.InvariantCulture, "SELECT Id FROM Offers WHERE Price < {0:F2} AND Region = {1}", arguments);
        return Ok(connection.Query<int>(sql, new { region }));
    }
}
