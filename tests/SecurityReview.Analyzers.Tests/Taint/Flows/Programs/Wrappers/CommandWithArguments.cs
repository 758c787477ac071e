// A helper of the unit of work makes commands of a text and arguments; the text is composed by its caller.
namespace Shop.Units;

public sealed class UnitOfWork(SqliteConnection connection) : IAsyncDisposable
{
    private SqliteTransaction? _transaction;

    public async Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] arguments)
    {
        _transaction ??= (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        foreach (var (name, value) in arguments)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
    }
}

public class PaymentsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("payments")]
    public async Task<IActionResult> Post([FromForm] string note, [FromForm] decimal amount)
    {
        await using var unit = new UnitOfWork(connection);
        var changed = await unit.ExecuteAsync($"INSERT INTO Payments (Note, Amount) VALUES ('{note}', @amount)", ("@amount", amount), ("@note", note)); // reported
        return changed == 1 ? NoContent() : Conflict();
    }
}
//// good twin
// The caller gives the helper a constant text, and the value as an argument.
namespace Shop.Units;

public sealed class UnitOfWork(SqliteConnection connection) : IAsyncDisposable
{
    private SqliteTransaction? _transaction;

    public async Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] arguments)
    {
        _transaction ??= (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        foreach (var (name, value) in arguments)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
    }
}

public class PaymentsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("payments")]
    public async Task<IActionResult> Post([FromForm] string note, [FromForm] decimal amount)
    {
        await using var unit = new UnitOfWork(connection);
        var changed = await unit.ExecuteAsync("INSERT INTO Payments (Note, Amount) VALUES (@note, @amount)", ("@amount", amount), ("@note", note));
        return changed == 1 ? NoContent() : Conflict();
    }
}
