// The caller's text passes through two anonymous types.
namespace Shop.Anonymous;

public class AnonymousController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("anonymous")]
    public IActionResult Get([FromQuery] string[] names)
    {
        var rows = names.Select((name, index) => new { Name = name, Table = index == 0 ? "First" : "Others" })
            .Select(row => new { row.Table, Text = "'" + row.Name + "'", row.Name.Length });
        foreach (var row in rows)
        {
            connection.Execute($"INSERT INTO {row.Table} (Text) VALUES ({row.Text})"); // reported
        }

        return NoContent();
    }
}
//// good twin
// Other members of the anonymous type are put into the text.
namespace Shop.Anonymous;

public class AnonymousController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("anonymous")]
    public IActionResult Get([FromQuery] string[] names)
    {
        var rows = names.Select((name, index) => new { Name = name, Table = index == 0 ? "First" : "Others" })
            .Select(row => new { row.Table, Text = "'" + row.Name + "'", row.Name.Length });
        foreach (var row in rows)
        {
            connection.Execute($"INSERT INTO {row.Table} (Length) VALUES ({row.Length})");
        }

        return NoContent();
    }
}
