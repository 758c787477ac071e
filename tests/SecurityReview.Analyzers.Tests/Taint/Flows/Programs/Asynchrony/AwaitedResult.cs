// The text comes back through two async methods and a ValueTask.
namespace Shop.Accounts;

public interface INameStore
{
    ValueTask<string> NormalizeAsync(string name, CancellationToken cancellationToken);
}

public sealed class NameStore : INameStore
{
    public async ValueTask<string> NormalizeAsync(string name, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return await TrimAsync(name).ConfigureAwait(false);
    }

    private static async Task<string> TrimAsync(string name)
    {
        await Task.Yield();
        return name.Trim();
    }
}

public class AccountsController(SqliteConnection connection, INameStore names) : ControllerBase
{
    [HttpGet("accounts")]
    public async Task<IActionResult> Get(string name, CancellationToken cancellationToken)
    {
        var normalized = await names.NormalizeAsync(name, cancellationToken);
        var sql = "SELECT Id FROM Accounts WHERE Name = '" + normalized + "'";
        return Ok(await connection.QueryAsync<int>(sql)); // reported
    }
}
//// good twin
// The awaited text is bound as a value.
namespace Shop.Accounts;

public interface INameStore
{
    ValueTask<string> NormalizeAsync(string name, CancellationToken cancellationToken);
}

public sealed class NameStore : INameStore
{
    public async ValueTask<string> NormalizeAsync(string name, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return await TrimAsync(name).ConfigureAwait(false);
    }

    private static async Task<string> TrimAsync(string name)
    {
        await Task.Yield();
        return name.Trim();
    }
}

public class AccountsController(SqliteConnection connection, INameStore names) : ControllerBase
{
    [HttpGet("accounts")]
    public async Task<IActionResult> Get(string name, CancellationToken cancellationToken)
    {
        var normalized = await names.NormalizeAsync(name, cancellationToken);
        var sql = "SELECT Id FROM Accounts WHERE Name = @normalized";
        return Ok(await connection.QueryAsync<int>(sql, new { normalized }));
    }
}
