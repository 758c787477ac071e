// Remove takes the end off a builder, the text stays; Capacity changes nothing.
using System.Text;

namespace Shop.Removing;

public class RemovingController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("removing")]
    public IActionResult Post([FromBody] string[] ids)
    {
        var sql = new StringBuilder("DELETE FROM Items WHERE Id IN (");
        foreach (var id in ids)
        {
            sql.Append(id).Append(", ");
        }

        sql.Capacity = 1000;
        sql.Remove(sql.Length - 2, 2).Append(')');
        using var command = connection.CreateCommand();
        command.CommandText = sql.ToString(); // reported
        return Ok(command.ExecuteNonQuery());
    }
}
//// good twin
// Each text must be a number before it is appended.
using System.Text;

namespace Shop.Removing;

public class RemovingController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("removing")]
    public IActionResult Post([FromBody] string[] ids)
    {
        var sql = new StringBuilder("DELETE FROM Items WHERE Id IN (");
        foreach (var id in ids)
        {
            sql.Append(long.Parse(id)).Append(", ");
        }

        sql.Capacity = 1000;
        sql.Remove(sql.Length - 2, 2).Append(')');
        using var command = connection.CreateCommand();
        command.CommandText = sql.ToString();
        return Ok(command.ExecuteNonQuery());
    }
}
