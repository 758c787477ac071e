// The evaluator of Replace puts the caller's second text into a template.
using System.Text.RegularExpressions;

namespace Shop.Evaluators;

public class EvaluatorController(SqliteConnection connection) : ControllerBase
{
    private static readonly Regex s_marker = new(@"\{(?<key>\w+)\}");

    [HttpGet("evaluator")]
    public IActionResult Get(string name, int age)
    {
        const string Template = "SELECT Id FROM Users WHERE Name = '{name}' AND Age = {age}";
        var sql = s_marker.Replace(Template, match => match.Groups["key"].Value switch
        {
            "name" => name,
            _ => age.ToString(),
        });
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The evaluator gives numbers for every marker.
using System.Text.RegularExpressions;

namespace Shop.Evaluators;

public class EvaluatorController(SqliteConnection connection) : ControllerBase
{
    private static readonly Regex s_marker = new(@"\{(?<key>\w+)\}");

    [HttpGet("evaluator")]
    public IActionResult Get(string name, int age)
    {
        const string Template = "SELECT Id FROM Users WHERE Name = '{name}' AND Age = {age}";
        var sql = s_marker.Replace(Template, match => match.Groups["key"].Value switch
        {
            "name" => name.Length.ToString(),
            _ => age.ToString(),
        });
        return Ok(connection.Query<int>(sql));
    }
}
