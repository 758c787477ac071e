// A node is parsed, changed and read by key.
using System.Text.Json.Nodes;

namespace Shop.Nodes;

public class NodesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("nodes")]
    public IActionResult Post([FromBody] string json)
    {
        var node = JsonNode.Parse(json)?.AsObject() ?? new JsonObject();
        var name = node["filter"]?["name"]?.GetValue<string>() ?? "";
        var limit = (int?)node["limit"] ?? 10;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Users WHERE Name = '" + name + "' LIMIT " + limit; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The text that was read from the node is bound.
using System.Text.Json.Nodes;

namespace Shop.Nodes;

public class NodesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("nodes")]
    public IActionResult Post([FromBody] string json)
    {
        var node = JsonNode.Parse(json)?.AsObject() ?? new JsonObject();
        var name = node["filter"]?["name"]?.GetValue<string>() ?? "";
        var limit = (int?)node["limit"] ?? 10;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Users WHERE Name = $name LIMIT " + limit;
        command.Parameters.AddWithValue("$name", name);
        return Ok(command.ExecuteScalar());
    }
}
