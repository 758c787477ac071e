// The guard looks at one text, the statement uses the other.
using System.Text.RegularExpressions;

namespace Shop.GuardsOfOthers;

public class NamesController(SqliteConnection connection) : ControllerBase
{
    private static readonly Regex s_name = new("^[a-z]{1,20}$", RegexOptions.CultureInvariant);

    [HttpGet("names")]
    public IActionResult Get(string first, string last)
    {
        if (s_name.IsMatch(first))
        {
            var sql = "SELECT Id FROM Names WHERE Last = '" + last + "'";
            return Ok(connection.Query<int>(sql)); // reported
        }

        return BadRequest();
    }
}
//// good twin
// The statement uses the text that the guard has looked at.
using System.Text.RegularExpressions;

namespace Shop.GuardsOfOthers;

public class NamesController(SqliteConnection connection) : ControllerBase
{
    private static readonly Regex s_name = new("^[a-z]{1,20}$", RegexOptions.CultureInvariant);

    [HttpGet("names")]
    public IActionResult Get(string first, string last)
    {
        if (s_name.IsMatch(first))
        {
            var sql = "SELECT Id FROM Names WHERE First = '" + first + "'";
            return Ok(connection.Query<int>(sql));
        }

        return BadRequest();
    }
}
