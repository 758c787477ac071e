// Split by a pattern and walk the pieces.
using System.Text.RegularExpressions;

namespace Shop.Pieces;

public class RegexSplitController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("regex-split")]
    public IActionResult Get(string words)
    {
        var sql = "SELECT Id FROM Texts WHERE 1 = 1";
        foreach (var word in Regex.Split(words, @"[\s,;]+"))
        {
            sql += " AND Body LIKE '%" + word + "%'";
        }

        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The pieces are numbered; each is bound under its number.
using System.Text.RegularExpressions;

namespace Shop.Pieces;

public class RegexSplitController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("regex-split")]
    public IActionResult Get(string words)
    {
        var values = new DynamicParameters();
        var sql = "SELECT Id FROM Texts WHERE 1 = 1";
        foreach (var word in Regex.Split(words, @"[\s,;]+"))
        {
            var name = "w" + values.ParameterNames.Count();
            values.Add(name, "%" + word + "%");
            sql += " AND Body LIKE @" + name;
        }

        return Ok(connection.Query<int>(sql, values));
    }
}
