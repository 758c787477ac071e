// A set makes the values that the caller sends unique.
public class RolesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("roles")]
    public IActionResult Find([FromQuery] string[] role)
    {
        var unique = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "guest" };
        var asked = new HashSet<string>();
        foreach (var item in role)
        {
            asked.Add(item);
            unique.Add(item);
        }

        var list = string.Join("','", unique.Order());
        return Ok(connection.Query("SELECT * FROM Roles WHERE Name IN ('" + list + "')")); // reported
    }
}
//// good twin
// The set that is composed holds constants only; the other one is counted.
public class RolesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("roles")]
    public IActionResult Find([FromQuery] string[] role)
    {
        var unique = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "guest" };
        var asked = new HashSet<string>();
        foreach (var item in role)
        {
            asked.Add(item);
            unique.Add(asked.Count > 1 ? "member" : "owner");
        }

        var list = string.Join("','", unique.Order());
        return Ok(connection.Query("SELECT * FROM Roles WHERE Name IN ('" + list + "')"));
    }
}
