// The body of the request is read as text.
using System.IO;

namespace Shop.Bodies;

public class BodiesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("bodies")]
    public async Task<IActionResult> Post()
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Bodies (Text) VALUES ('" + body + "')"; // reported
        return Ok(await command.ExecuteNonQueryAsync());
    }
}
//// good twin
// The body is bound as a value.
using System.IO;

namespace Shop.Bodies;

public class BodiesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("bodies")]
    public async Task<IActionResult> Post()
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Bodies (Text) VALUES ($body)";
        command.Parameters.AddWithValue("$body", body);
        return Ok(await command.ExecuteNonQueryAsync());
    }
}
