// A generic repository composes the table of the derived class and the value of the caller.
namespace Shop.Data;

public interface IEntity
{
    int Id { get; set; }
}

public sealed class Customer : IEntity
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public abstract class Repository<T>(SqliteConnection connection)
    where T : class, IEntity
{
    protected abstract string Table { get; }

    protected async Task<T?> SingleAsync(string column, string value)
    {
        var sql = $"SELECT * FROM {Table} WHERE {column} = '{value}' LIMIT 1";
        return await connection.QuerySingleOrDefaultAsync<T>(sql, new { value }); // reported
    }
}

public sealed class CustomerRepository(SqliteConnection connection) : Repository<Customer>(connection)
{
    protected override string Table => "Customers";

    public Task<Customer?> ByNameAsync(string name) => SingleAsync(nameof(Customer.Name), name);
}

public class CustomersController(CustomerRepository customers) : ControllerBase
{
    [HttpGet("customers/{name}")]
    public async Task<ActionResult<Customer>> Get(string name) => await customers.ByNameAsync(name) is { } found ? found : NotFound();
}
//// good twin
// The value is a parameter; table and column come from the derived class.
namespace Shop.Data;

public interface IEntity
{
    int Id { get; set; }
}

public sealed class Customer : IEntity
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public abstract class Repository<T>(SqliteConnection connection)
    where T : class, IEntity
{
    protected abstract string Table { get; }

    protected async Task<T?> SingleAsync(string column, string value)
    {
        var sql = $"SELECT * FROM {Table} WHERE {column} = @value LIMIT 1";
        return await connection.QuerySingleOrDefaultAsync<T>(sql, new { value });
    }
}

public sealed class CustomerRepository(SqliteConnection connection) : Repository<Customer>(connection)
{
    protected override string Table => "Customers";

    public Task<Customer?> ByNameAsync(string name) => SingleAsync(nameof(Customer.Name), name);
}

public class CustomersController(CustomerRepository customers) : ControllerBase
{
    [HttpGet("customers/{name}")]
    public async Task<ActionResult<Customer>> Get(string name) => await customers.ByNameAsync(name) is { } found ? found : NotFound();
}
