// A pattern without anchors lets through what merely contains a word.
using System.Text.RegularExpressions;

namespace Shop.Guards;

public class GuardController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("guard")]
    public IActionResult Get(string table)
    {
        if (!Regex.IsMatch(table, "[A-Za-z_]+"))
        {
            return BadRequest();
        }

        var sql = "SELECT COUNT(*) FROM " + table;
        return Ok(connection.ExecuteScalar<int>(sql)); // reported
    }
}
//// good twin
// The anchored pattern lets only words through.
using System.Text.RegularExpressions;

namespace Shop.Guards;

public class GuardController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("guard")]
    public IActionResult Get(string table)
    {
        if (!Regex.IsMatch(table, @"\A[A-Za-z_]+\z"))
        {
            return BadRequest();
        }

        var sql = "SELECT COUNT(*) FROM " + table;
        return Ok(connection.ExecuteScalar<int>(sql));
    }
}
