// An asynchronous wrapper opens the connection and runs the text that it is given.
public class Gateway(SqliteConnection connection)
{
    public async Task<object?> ScalarAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync(cancellation);
    }
}

public class BalanceController(Gateway gateway) : ControllerBase
{
    [HttpGet("balance")]
    public async Task<IActionResult> Get(string account, CancellationToken cancellation)
    {
        var sum = await gateway.ScalarAsync("SELECT Balance FROM Accounts WHERE Number = " + account, cancellation); // reported
        return Ok(sum);
    }
}
//// good twin
// The same wrapper gets the value among its parameters.
public class Gateway(SqliteConnection connection)
{
    public async Task<object?> ScalarAsync(string sql, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync(cancellation);
    }
}

public class BalanceController(Gateway gateway) : ControllerBase
{
    [HttpGet("balance")]
    public async Task<IActionResult> Get(string account, CancellationToken cancellation)
    {
        var sum = await gateway.ScalarAsync("SELECT Balance FROM Accounts WHERE Number = @account", cancellation, ("@account", account));
        return Ok(sum);
    }
}
