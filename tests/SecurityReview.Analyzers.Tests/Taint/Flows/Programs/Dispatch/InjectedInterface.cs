// The only implementation of an injected interface composes what it is given.
public interface IInvoiceStore
{
    Task<IReadOnlyList<long>> FindAsync(string number, string state, CancellationToken cancellation);
}
//// file
public class InvoicesController(IInvoiceStore store) : ControllerBase
{
    [HttpGet("invoices")]
    public async Task<IActionResult> Find(string number, CancellationToken cancellation)
    {
        var found = await store.FindAsync(number, "open", cancellation);
        return Ok(found);
    }
}
//// file
internal sealed class InvoiceStore(SqliteConnection connection) : IInvoiceStore
{
    public async Task<IReadOnlyList<long>> FindAsync(string number, string state, CancellationToken cancellation)
    {
        var sql = "SELECT Id FROM Invoices WHERE Number LIKE '" + number + "%' AND State = '" + state + "'";
        var rows = await connection.QueryAsync<long>(new CommandDefinition(sql, cancellationToken: cancellation)); // reported
        return rows.ToList();
    }
}
//// good twin
// The only implementation binds the number and composes the state, which is a constant.
public interface IInvoiceStore
{
    Task<IReadOnlyList<long>> FindAsync(string number, string state, CancellationToken cancellation);
}
//// file
public class InvoicesController(IInvoiceStore store) : ControllerBase
{
    [HttpGet("invoices")]
    public async Task<IActionResult> Find(string number, CancellationToken cancellation)
    {
        var found = await store.FindAsync(number, "open", cancellation);
        return Ok(found);
    }
}
//// file
internal sealed class InvoiceStore(SqliteConnection connection) : IInvoiceStore
{
    public async Task<IReadOnlyList<long>> FindAsync(string number, string state, CancellationToken cancellation)
    {
        var sql = "SELECT Id FROM Invoices WHERE Number LIKE @number AND State = '" + state + "'";
        var rows = await connection.QueryAsync<long>(new CommandDefinition(sql, new { number = number + "%" }, cancellationToken: cancellation));
        return rows.ToList();
    }
}
