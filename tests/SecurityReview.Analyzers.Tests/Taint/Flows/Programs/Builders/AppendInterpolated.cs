// Append takes an interpolation and writes its pieces straight into the builder.
using System.Globalization;
using System.Text;

namespace Shop.Interpolated;

public class InterpolatedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("interpolated")]
    public IActionResult Get(string city, int limit)
    {
        var sql = new StringBuilder();
        sql.Append($"SELECT Id FROM Cities WHERE Name = '{city}'");
        sql.AppendLine().Append(CultureInfo.InvariantCulture, $"LIMIT {limit:D}");
        return Ok(connection.Query<int>(sql.ToString())); // reported
    }
}
//// good twin
// The interpolation's hole takes a number.
using System.Globalization;
using System.Text;

namespace Shop.Interpolated;

public class InterpolatedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("interpolated")]
    public IActionResult Get(string city, int limit)
    {
        var sql = new StringBuilder();
        sql.Append($"SELECT Id FROM Cities WHERE LENGTH(Name) = {city.Length}");
        sql.AppendLine().Append(CultureInfo.InvariantCulture, $"LIMIT {limit:D}");
        return Ok(connection.Query<int>(sql.ToString()));
    }
}
