// A field of the base class is filled there and used in a derived class.
public abstract class TenantController : ControllerBase
{
    protected string tenant = "none";
    protected string zone = "eu";

    protected void ReadTenant()
    {
        tenant = Request.Headers["X-Tenant"].ToString();
    }
}
//// file
public class MetersController(SqliteConnection connection) : TenantController
{
    [HttpGet("meters")]
    public IActionResult List()
    {
        ReadTenant();
        return Ok(connection.Query("SELECT * FROM Meters WHERE Tenant = '" + tenant + "'")); // reported
    }
}
//// good twin
// The other field of the base class is used; what was read is bound.
public abstract class TenantController : ControllerBase
{
    protected string tenant = "none";
    protected string zone = "eu";

    protected void ReadTenant()
    {
        tenant = Request.Headers["X-Tenant"].ToString();
    }
}
//// file
public class MetersController(SqliteConnection connection) : TenantController
{
    [HttpGet("meters")]
    public IActionResult List()
    {
        ReadTenant();
        return Ok(connection.Query("SELECT * FROM Meters WHERE Zone = '" + zone + "' AND Tenant = @tenant", new { tenant }));
    }
}
