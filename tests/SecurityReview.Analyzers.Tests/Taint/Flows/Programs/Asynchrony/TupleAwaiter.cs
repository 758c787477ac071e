// Two tasks are awaited together, by an extension that makes a tuple of them awaitable.
using System.Runtime.CompilerServices;

namespace Shop.Together;

public static class TupleAwaiters
{
    public static TaskAwaiter<(TFirst, TSecond)> GetAwaiter<TFirst, TSecond>(this (Task<TFirst> First, Task<TSecond> Second) tasks) =>
        Both(tasks.First, tasks.Second).GetAwaiter();

    private static async Task<(TFirst, TSecond)> Both<TFirst, TSecond>(Task<TFirst> first, Task<TSecond> second)
    {
        await Task.WhenAll(first, second);
        return (first.Result, second.Result);
    }
}

public class TogetherController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("together")]
    public async Task<IActionResult> Get(string owner)
    {
        var (given, table) = await (TrimAsync(owner), TableAsync());
        var sql = "SELECT Id FROM " + table + " WHERE Owner = '" + given + "'";
        return Ok(await connection.QueryAsync<int>(sql, new { given })); // reported
    }

    private static async Task<string> TrimAsync(string text)
    {
        await Task.Yield();
        return text.Trim();
    }

    private static Task<string> TableAsync() => Task.FromResult("Wallets");
}
//// good twin
// Of the two results, the one that is put into the text is a constant.
using System.Runtime.CompilerServices;

namespace Shop.Together;

public static class TupleAwaiters
{
    public static TaskAwaiter<(TFirst, TSecond)> GetAwaiter<TFirst, TSecond>(this (Task<TFirst> First, Task<TSecond> Second) tasks) =>
        Both(tasks.First, tasks.Second).GetAwaiter();

    private static async Task<(TFirst, TSecond)> Both<TFirst, TSecond>(Task<TFirst> first, Task<TSecond> second)
    {
        await Task.WhenAll(first, second);
        return (first.Result, second.Result);
    }
}

public class TogetherController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("together")]
    public async Task<IActionResult> Get(string owner)
    {
        var (given, table) = await (TrimAsync(owner), TableAsync());
        var sql = "SELECT Id FROM " + table + " WHERE Owner = '" + table + "'";
        return Ok(await connection.QueryAsync<int>(sql, new { given }));
    }

    private static async Task<string> TrimAsync(string text)
    {
        await Task.Yield();
        return text.Trim();
    }

    private static Task<string> TableAsync() => Task.FromResult("Wallets");
}
