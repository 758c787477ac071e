// An AsyncLocal hands the caller's tenant down to the repository.
namespace Shop.Ambient;

public static class Ambient
{
    private static readonly AsyncLocal<string?> s_tenant = new();

    public static string? Tenant
    {
        get => s_tenant.Value;
        set => s_tenant.Value = value;
    }
}

public class AmbientRepository(SqliteConnection connection)
{
    public Task<IEnumerable<string>> NamesAsync()
    {
        var sql = "SELECT Name FROM Users WHERE Tenant = '" + Ambient.Tenant + "'";
        return connection.QueryAsync<string>(sql); // reported
    }
}

public class AmbientController(AmbientRepository repository) : ControllerBase
{
    [HttpGet("ambient")]
    public async Task<IActionResult> Get([FromHeader(Name = "X-Tenant")] string tenant)
    {
        Ambient.Tenant = tenant;
        return Ok(await repository.NamesAsync());
    }
}
//// good twin
// The repository binds what the AsyncLocal holds.
namespace Shop.Ambient;

public static class Ambient
{
    private static readonly AsyncLocal<string?> s_tenant = new();

    public static string? Tenant
    {
        get => s_tenant.Value;
        set => s_tenant.Value = value;
    }
}

public class AmbientRepository(SqliteConnection connection)
{
    public Task<IEnumerable<string>> NamesAsync()
    {
        var sql = "SELECT Name FROM Users WHERE Tenant = @Tenant";
        return connection.QueryAsync<string>(sql, new { Ambient.Tenant });
    }
}

public class AmbientController(AmbientRepository repository) : ControllerBase
{
    [HttpGet("ambient")]
    public async Task<IActionResult> Get([FromHeader(Name = "X-Tenant")] string tenant)
    {
        Ambient.Tenant = tenant;
        return Ok(await repository.NamesAsync());
    }
}
