// One ternary leaves a text of constants, the other one lets the caller's text through.
namespace Shop.Ternaries;

public class TernaryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ternary")]
    public IActionResult Get(string order, string filter)
    {
        var direction = string.Equals(order, "desc", StringComparison.OrdinalIgnoreCase) ? "DESC" : "ASC";
        var condition = string.IsNullOrWhiteSpace(filter) ? "1 = 1" : "Name LIKE '" + filter + "'";
        var sql = $"SELECT Id FROM Ternaries WHERE {condition} ORDER BY Id {direction}";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Both ternaries only choose between constants.
namespace Shop.Ternaries;

public class TernaryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ternary")]
    public IActionResult Get(string order, string filter)
    {
        var direction = string.Equals(order, "desc", StringComparison.OrdinalIgnoreCase) ? "DESC" : "ASC";
        var condition = string.IsNullOrWhiteSpace(filter) ? "1 = 1" : "Name LIKE @filter";
        var sql = $"SELECT Id FROM Ternaries WHERE {condition} ORDER BY Id {direction}";
        return Ok(connection.Query<int>(sql, new { filter }));
    }
}
