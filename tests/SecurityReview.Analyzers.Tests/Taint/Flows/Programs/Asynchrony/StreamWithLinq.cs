// A method reads an async stream to its end and gives back the list.
namespace Shop.AsyncLists;

public static class AsyncLists
{
    public static async Task<List<T>> CollectAsync<T>(this IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
        {
            list.Add(item);
        }

        return list;
    }
}

public class AsyncListsController(SqliteConnection connection) : ControllerBase
{
    private static async IAsyncEnumerable<string> QuoteAsync(string[] names)
    {
        foreach (var name in names)
        {
            await Task.Yield();
            yield return "'" + name + "'";
        }
    }

    [HttpGet("async-lists")]
    public async Task<IActionResult> Get([FromQuery] string[] names)
    {
        var quoted = await QuoteAsync(names).CollectAsync();
        var sql = "SELECT Id FROM Users WHERE Name IN (" + string.Join(", ", quoted) + ")";
        return Ok(await connection.QueryAsync<int>(sql)); // reported
    }
}
//// good twin
// The stream yields the lengths of the names.
namespace Shop.AsyncLists;

public static class AsyncLists
{
    public static async Task<List<T>> CollectAsync<T>(this IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
        {
            list.Add(item);
        }

        return list;
    }
}

public class AsyncListsController(SqliteConnection connection) : ControllerBase
{
    private static async IAsyncEnumerable<string> QuoteAsync(string[] names)
    {
        foreach (var name in names)
        {
            await Task.Yield();
            yield return "'" + name.Length + "'";
        }
    }

    [HttpGet("async-lists")]
    public async Task<IActionResult> Get([FromQuery] string[] names)
    {
        var quoted = await QuoteAsync(names).CollectAsync();
        var sql = "SELECT Id FROM Users WHERE Name IN (" + string.Join(", ", quoted) + ")";
        return Ok(await connection.QueryAsync<int>(sql));
    }
}
