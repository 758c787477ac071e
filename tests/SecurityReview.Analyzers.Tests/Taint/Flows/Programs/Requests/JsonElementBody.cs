// A body without a type is read by property names.
using System.Text.Json;

namespace Shop.Json;

public class EventsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("events")]
    public async Task<IActionResult> Post([FromBody] JsonElement body)
    {
        if (!body.TryGetProperty("kind", out var kind) || kind.ValueKind == JsonValueKind.Null)
            return BadRequest();
        var sql = "SELECT Id FROM Events WHERE Kind = '" + kind.GetString() + "'";
        return Ok(await connection.QueryAsync<int>(sql)); // reported
    }
}
//// good twin
// The property that is composed is read as a number.
using System.Text.Json;

namespace Shop.Json;

public class EventsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("events")]
    public async Task<IActionResult> Post([FromBody] JsonElement body)
    {
        if (!body.TryGetProperty("kind", out var kind) || kind.ValueKind == JsonValueKind.Null)
            return BadRequest();
        var sql = "SELECT Id FROM Events WHERE Kind = " + kind.GetInt32();
        return Ok(await connection.QueryAsync<int>(sql));
    }
}
