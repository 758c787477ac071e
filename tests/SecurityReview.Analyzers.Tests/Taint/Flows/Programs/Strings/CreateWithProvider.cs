// string.Create with a provider takes an interpolation.
using System.Globalization;

namespace Shop.Invariant;

public class InvariantController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("invariant")]
    public IActionResult Get(string name, double weight)
    {
        var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT Id FROM Parcels WHERE Weight > {weight:F3} AND Name = '{name}'");
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The hole takes the length of the text.
using System.Globalization;

namespace Shop.Invariant;

public class InvariantController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("invariant")]
    public IActionResult Get(string name, double weight)
    {
        var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT Id FROM Parcels WHERE Weight > {weight:F3} AND Length > {name.Length:D2}");
        return Ok(connection.Query<int>(sql));
    }
}
