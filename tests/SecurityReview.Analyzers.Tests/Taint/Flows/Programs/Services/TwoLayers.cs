// Controller, service and repository know each other by interfaces only; the repository composes.
namespace Shop.Orders;

public sealed record OrderFilter(string Customer, int Page);

public interface IOrderRepository
{
    Task<IReadOnlyList<int>> FindAsync(OrderFilter filter, CancellationToken cancellation);
}

public interface IOrderService
{
    Task<IReadOnlyList<int>> SearchAsync(string customer, int page, CancellationToken cancellation = default);
}

public sealed class OrderService(IOrderRepository orders) : IOrderService
{
    public Task<IReadOnlyList<int>> SearchAsync(string customer, int page, CancellationToken cancellation) =>
        orders.FindAsync(new OrderFilter(customer.Trim(), Math.Max(page, 1)), cancellation);
}

public sealed class OrderRepository(SqliteConnection connection) : IOrderRepository
{
    private const int PageSize = 20;

    public async Task<IReadOnlyList<int>> FindAsync(OrderFilter filter, CancellationToken cancellation)
    {
        var sql = $"SELECT Id FROM Orders WHERE Customer = '{filter.Customer}' LIMIT {PageSize} OFFSET {(filter.Page - 1) * PageSize}";
        var found = await connection.QueryAsync<int>(new CommandDefinition(sql, new { filter.Customer }, cancellationToken: cancellation)); // reported
        return found.AsList();
    }
}

[ApiController, Route("orders")]
public class OrdersController(IOrderService orders) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<int>>> Search([FromQuery] string customer, [FromQuery] int page, CancellationToken cancellation) =>
        Ok(await orders.SearchAsync(customer, page, cancellation));
}
//// good twin
// The repository passes the name as a parameter.
namespace Shop.Orders;

public sealed record OrderFilter(string Customer, int Page);

public interface IOrderRepository
{
    Task<IReadOnlyList<int>> FindAsync(OrderFilter filter, CancellationToken cancellation);
}

public interface IOrderService
{
    Task<IReadOnlyList<int>> SearchAsync(string customer, int page, CancellationToken cancellation = default);
}

public sealed class OrderService(IOrderRepository orders) : IOrderService
{
    public Task<IReadOnlyList<int>> SearchAsync(string customer, int page, CancellationToken cancellation) =>
        orders.FindAsync(new OrderFilter(customer.Trim(), Math.Max(page, 1)), cancellation);
}

public sealed class OrderRepository(SqliteConnection connection) : IOrderRepository
{
    private const int PageSize = 20;

    public async Task<IReadOnlyList<int>> FindAsync(OrderFilter filter, CancellationToken cancellation)
    {
        var sql = $"SELECT Id FROM Orders WHERE Customer = @Customer LIMIT {PageSize} OFFSET {(filter.Page - 1) * PageSize}";
        var found = await connection.QueryAsync<int>(new CommandDefinition(sql, new { filter.Customer }, cancellationToken: cancellation));
        return found.AsList();
    }
}

[ApiController, Route("orders")]
public class OrdersController(IOrderService orders) : ControllerBase
{
    [HttpGet]
    public async Task<ActionResult<IReadOnlyList<int>>> Search([FromQuery] string customer, [FromQuery] int page, CancellationToken cancellation) =>
        Ok(await orders.SearchAsync(customer, page, cancellation));
}
