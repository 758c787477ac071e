// A group of a match is part of the caller's text.
using System.Text.RegularExpressions;

namespace Shop.Matching;

public class MatchingController(SqliteConnection connection) : ControllerBase
{
    private static readonly Regex s_pair = new("^(?<key>[a-z]+)=(?<value>.*)$", RegexOptions.Compiled);

    [HttpGet("matching")]
    public IActionResult Get(string filter)
    {
        var match = s_pair.Match(filter);
        if (!match.Success)
        {
            return BadRequest();
        }

        var value = match.Groups["value"].Value;
        var sql = "SELECT Id FROM Things WHERE Label = '" + value + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Where the group begins is a number; the group itself is bound.
using System.Text.RegularExpressions;

namespace Shop.Matching;

public class MatchingController(SqliteConnection connection) : ControllerBase
{
    private static readonly Regex s_pair = new("^(?<key>[a-z]+)=(?<value>.*)$", RegexOptions.Compiled);

    [HttpGet("matching")]
    public IActionResult Get(string filter)
    {
        var match = s_pair.Match(filter);
        if (!match.Success)
        {
            return BadRequest();
        }

        var value = match.Groups["value"].Value;
        var sql = "SELECT Id FROM Things WHERE Position = " + match.Groups["value"].Index + " AND Label = @value";
        return Ok(connection.Query<int>(sql, new { value }));
    }
}
