// Setting the length cuts the end off; the caller's text stays in the builder.
using System.Text;

namespace Shop.Lengths;

public class LengthsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lengths")]
    public IActionResult Post([FromBody] string[] names)
    {
        var builder = new StringBuilder();
        foreach (var name in names)
        {
            builder.Append("Name = '").Append(name).Append("' OR ");
        }

        builder.Length -= 4;
        var sql = "SELECT Id FROM Users WHERE " + builder;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Setting the length to zero takes everything out of the builder.
using System.Text;

namespace Shop.Lengths;

public class LengthsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lengths")]
    public IActionResult Post([FromBody] string[] names)
    {
        var builder = new StringBuilder();
        foreach (var name in names)
        {
            builder.Append("Name = '").Append(name).Append("' OR ");
        }

        var length = builder.Length;
        builder.Length = 0;
        builder.Append("Length < ").Append(length);
        var sql = "SELECT Id FROM Users WHERE " + builder;
        return Ok(connection.Query<int>(sql));
    }
}
