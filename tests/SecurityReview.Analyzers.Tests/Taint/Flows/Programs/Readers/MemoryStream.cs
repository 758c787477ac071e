// The text is written to a stream and read again from its start.
using System.IO;

namespace Shop.Streams;

public class StreamsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("streams")]
    public async Task<IActionResult> Get(string name)
    {
        using var stream = new MemoryStream();
        await using (var writer = new StreamWriter(stream, leaveOpen: true))
        {
            await writer.WriteAsync(name);
        }

        stream.Position = 0;
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();
        var sql = "SELECT Id FROM Users WHERE Name = '" + text + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of what is read from the stream only the number of characters is put into the text.
using System.IO;

namespace Shop.Streams;

public class StreamsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("streams")]
    public async Task<IActionResult> Get(string name)
    {
        using var stream = new MemoryStream();
        await using (var writer = new StreamWriter(stream, leaveOpen: true))
        {
            await writer.WriteAsync(name);
        }

        stream.Position = 0;
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync();
        var sql = "SELECT Id FROM Users WHERE Length = " + text.Length;
        return Ok(connection.Query<int>(sql));
    }
}
