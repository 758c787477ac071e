// The text travels as Memory across an await and is sliced by ranges.
namespace Shop.Chunks;

public class ChunkStore
{
    public async Task<ReadOnlyMemory<char>> HeadAsync(ReadOnlyMemory<char> text)
    {
        await Task.Yield();
        return text[..Math.Min(text.Length, 40)];
    }
}

public class ChunksController(SqliteConnection connection, ChunkStore store) : ControllerBase
{
    [HttpGet("chunks")]
    public async Task<IActionResult> Get(string text)
    {
        ReadOnlyMemory<char> head = await store.HeadAsync(text.AsMemory());
        var sql = $"SELECT Id FROM Chunks WHERE Head = '{head}'";
        return Ok(await connection.QueryAsync<int>(sql)); // reported
    }
}
//// good twin
// Of the memory only its length is put into the text.
namespace Shop.Chunks;

public class ChunkStore
{
    public async Task<ReadOnlyMemory<char>> HeadAsync(ReadOnlyMemory<char> text)
    {
        await Task.Yield();
        return text[..Math.Min(text.Length, 40)];
    }
}

public class ChunksController(SqliteConnection connection, ChunkStore store) : ControllerBase
{
    [HttpGet("chunks")]
    public async Task<IActionResult> Get(string text)
    {
        ReadOnlyMemory<char> head = await store.HeadAsync(text.AsMemory());
        var sql = $"SELECT Id FROM Chunks WHERE Length = {head.Length}";
        return Ok(await connection.QueryAsync<int>(sql));
    }
}
