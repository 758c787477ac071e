// A scoped provider reads the header of the current request, and the store composes the schema.
using Microsoft.AspNetCore.Http;

namespace Shop.Schemas;

public interface ITenantProvider
{
    string Schema { get; }
}

public sealed class HeaderTenantProvider(IHttpContextAccessor accessor) : ITenantProvider
{
    private static readonly HashSet<string> s_schemas = new(StringComparer.Ordinal) { "north", "south" };

    public string Schema
    {
        get
        {
            var schema = accessor.HttpContext?.Request.Headers["X-Schema"].FirstOrDefault() ?? "north";
            if (schema.Length == 0 && !s_schemas.Contains(schema))
                throw new InvalidOperationException("Unknown schema.");
            return schema;
        }
    }
}

public sealed class StockStore(ITenantProvider tenant, SqliteConnection connection)
{
    public int Count() => connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {tenant.Schema}.Stock"); // reported
}

public class StockController(StockStore store) : ControllerBase
{
    [HttpGet("stock/count")]
    public int Count() => store.Count();
}
//// good twin
// The provider knows the schemas that there are.
using Microsoft.AspNetCore.Http;

namespace Shop.Schemas;

public interface ITenantProvider
{
    string Schema { get; }
}

public sealed class HeaderTenantProvider(IHttpContextAccessor accessor) : ITenantProvider
{
    private static readonly HashSet<string> s_schemas = new(StringComparer.Ordinal) { "north", "south" };

    public string Schema
    {
        get
        {
            var schema = accessor.HttpContext?.Request.Headers["X-Schema"].FirstOrDefault() ?? "north";
            if (!s_schemas.Contains(schema))
                throw new InvalidOperationException("Unknown schema.");
            return schema;
        }
    }
}

public sealed class StockStore(ITenantProvider tenant, SqliteConnection connection)
{
    public int Count() => connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM {tenant.Schema}.Stock");
}

public class StockController(StockStore store) : ControllerBase
{
    [HttpGet("stock/count")]
    public int Count() => store.Count();
}
