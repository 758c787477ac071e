// AppendFormat and AppendJoin write the caller's text into a builder.
using System.Text;

namespace Shop.Builders;

public class BuilderController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("builder")]
    public IActionResult Post([FromForm] string table, [FromForm] List<string> names)
    {
        var sql = new StringBuilder("SELECT Id FROM Users WHERE ");
        sql.AppendFormat("Tables = {0} AND ", table.Length);
        sql.Append("Name IN ('").AppendJoin("', '", names).Append("')");
        return Ok(connection.Query<int>(sql.ToString())); // reported
    }
}
//// good twin
// AppendFormat and AppendJoin write numbers made of the caller's texts.
using System.Text;

namespace Shop.Builders;

public class BuilderController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("builder")]
    public IActionResult Post([FromForm] string table, [FromForm] List<string> names)
    {
        var sql = new StringBuilder("SELECT Id FROM Users WHERE ");
        sql.AppendFormat("Tables = {0} AND ", table.Length);
        sql.Append("Name IN ('").AppendJoin("', '", names.Select(name => name.Length)).Append("')");
        return Ok(connection.Query<int>(sql.ToString()));
    }
}
