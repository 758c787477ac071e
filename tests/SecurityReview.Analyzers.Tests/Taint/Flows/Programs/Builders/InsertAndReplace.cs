// Insert and Replace bring the caller's text into the middle of a builder.
using System.Text;

namespace Shop.Inserts;

public class InsertsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("inserts")]
    public IActionResult Get(string columns, string name)
    {
        var builder = new StringBuilder("SELECT  FROM Users WHERE Name = '$'");
        builder.Insert(7, columns == "all" ? "*" : "Id").Replace("$", name);
        using var command = new SqliteCommand(builder.ToString(), connection); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// Replace is given constants; the caller's texts only choose.
using System.Text;

namespace Shop.Inserts;

public class InsertsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("inserts")]
    public IActionResult Get(string columns, string name)
    {
        var builder = new StringBuilder("SELECT  FROM Users WHERE Name = '$'");
        builder.Insert(7, columns == "all" ? "*" : "Id").Replace("$", name.Length == 0 ? "guest" : "user");
        using var command = new SqliteCommand(builder.ToString(), connection);
        return Ok(command.ExecuteScalar());
    }
}
