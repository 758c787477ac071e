// A list of values is written into an IN clause by a lambda.
namespace Shop.Lists;

public class ItemsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("items/by-codes")]
    public IActionResult ByCodes([FromBody] List<string> codes)
    {
        var parameters = new DynamicParameters();
        for (var i = 0; i < codes.Count; i++)
            parameters.Add($"@p{i}", codes[i]);
        var list = string.Join(", ", codes.Select((code, i) => $"'{code}'"));
        var sql = $"SELECT * FROM Items WHERE Code IN ({list})";
        return Ok(connection.Query(sql, parameters)); // reported
    }
}
//// good twin
// The lambda writes the names of parameters.
namespace Shop.Lists;

public class ItemsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("items/by-codes")]
    public IActionResult ByCodes([FromBody] List<string> codes)
    {
        var parameters = new DynamicParameters();
        for (var i = 0; i < codes.Count; i++)
            parameters.Add($"@p{i}", codes[i]);
        var list = string.Join(", ", codes.Select((code, i) => $"@p{i}"));
        var sql = $"SELECT * FROM Items WHERE Code IN ({list})";
        return Ok(connection.Query(sql, parameters));
    }
}
