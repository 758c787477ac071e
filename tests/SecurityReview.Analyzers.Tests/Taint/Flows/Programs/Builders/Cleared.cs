// Clear removes what was there before; what is appended afterwards is the caller's.
using System.Text;

namespace Shop.Clears;

public class ClearsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("clears")]
    public IActionResult Get(string name)
    {
        var builder = new StringBuilder();
        builder.Append("Searching all users");
        var title = builder.ToString();
        builder.Clear();
        builder.Append("SELECT Id FROM Users WHERE Name = '").Append(name).Append('\'');
        return Ok(new { title, ids = connection.Query<int>(builder.ToString()) }); // reported
    }
}
//// good twin
// The caller's text was in the builder before it was cleared.
using System.Text;

namespace Shop.Clears;

public class ClearsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("clears")]
    public IActionResult Get(string name)
    {
        var builder = new StringBuilder();
        builder.Append("Searching for ").Append(name);
        var title = builder.ToString();
        builder.Clear();
        builder.Append("SELECT Id FROM Users WHERE Active = ").Append(1);
        return Ok(new { title, ids = connection.Query<int>(builder.ToString()) });
    }
}
