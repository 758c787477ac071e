// The statement is composed within await using and using statements.
namespace Shop.Usings;

public sealed class Scope(string name) : IDisposable, IAsyncDisposable
{
    public string Name { get; private set; } = name;

    public void Dispose() => Name = "";

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}

public class UsingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("usings")]
    public async Task<IActionResult> Get(string name)
    {
        await using var outer = new Scope("outer");
        using (var inner = new Scope(name))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT Id FROM Scopes WHERE Name = '" + inner.Name + "'"; // reported
            return Ok(await command.ExecuteScalarAsync());
        }
    }
}
//// good twin
// The statement uses the resource with the constant.
namespace Shop.Usings;

public sealed class Scope(string name) : IDisposable, IAsyncDisposable
{
    public string Name { get; private set; } = name;

    public void Dispose() => Name = "";

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}

public class UsingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("usings")]
    public async Task<IActionResult> Get(string name)
    {
        await using var outer = new Scope("outer");
        using (var inner = new Scope(name))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT Id FROM Scopes WHERE Name = '" + outer.Name + "'";
            return Ok(await command.ExecuteScalarAsync());
        }
    }
}
