// Elements of a parsed document: the text of one of them.
using System.Text.Json;

namespace Shop.Documents;

public class DocumentsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("documents")]
    public IActionResult Post([FromBody] JsonElement body)
    {
        using var document = JsonDocument.Parse(body.GetRawText());
        var user = document.RootElement.GetProperty("user");
        var name = user.GetProperty("name").GetString();
        var age = user.GetProperty("age").GetInt32();
        var sql = $"SELECT Id FROM Users WHERE Age > {age} AND Name = '{name}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Only the number that was read from the document is put into the text.
using System.Text.Json;

namespace Shop.Documents;

public class DocumentsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("documents")]
    public IActionResult Post([FromBody] JsonElement body)
    {
        using var document = JsonDocument.Parse(body.GetRawText());
        var user = document.RootElement.GetProperty("user");
        var name = user.GetProperty("name").GetString();
        var age = user.GetProperty("age").GetInt32();
        var sql = $"SELECT Id FROM Users WHERE Age > {age} AND Name = @name";
        return Ok(connection.Query<int>(sql, new { name }));
    }
}
