// A value that is made once, when it is first awaited, is made of the caller's text.
using System.Runtime.CompilerServices;

namespace Shop.Lazily;

public sealed class AsyncLazy<T>(Func<Task<T>> factory)
{
    private readonly Lazy<Task<T>> _value = new(factory);

    public TaskAwaiter<T> GetAwaiter() => _value.Value.GetAwaiter();
}

public class LazilyController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lazily")]
    public async Task<IActionResult> Get(string group)
    {
        var filter = new AsyncLazy<string>(async () =>
        {
            await Task.Yield();
            return " WHERE GroupName = '" + group + "'";
        });
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Users" + await filter; // reported
        command.Parameters.AddWithValue("@group", group);
        return Ok(await command.ExecuteScalarAsync());
    }
}
//// good twin
// The value that is made when it is first awaited is a constant.
using System.Runtime.CompilerServices;

namespace Shop.Lazily;

public sealed class AsyncLazy<T>(Func<Task<T>> factory)
{
    private readonly Lazy<Task<T>> _value = new(factory);

    public TaskAwaiter<T> GetAwaiter() => _value.Value.GetAwaiter();
}

public class LazilyController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lazily")]
    public async Task<IActionResult> Get(string group)
    {
        var filter = new AsyncLazy<string>(async () =>
        {
            await Task.Yield();
            return " WHERE GroupName = @group";
        });
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Users" + await filter;
        command.Parameters.AddWithValue("@group", group);
        return Ok(await command.ExecuteScalarAsync());
    }
}
