// A switch statement with when clauses leaves one section in which the text is used as it is.
namespace Shop.Modes;

public class ModesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("modes")]
    public IActionResult Get(string mode)
    {
        string condition;
        switch (mode)
        {
            case "all":
                condition = "1 = 1";
                break;
            case { Length: 0 }:
                condition = "1 = 0";
                break;
            case var other when other.StartsWith('x'):
                condition = "Mode = '" + other + "'";
                break;
            default:
                return NotFound();
        }

        var sql = "SELECT Id FROM Modes WHERE " + condition;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The section with the when clause is entered only for a constant.
namespace Shop.Modes;

public class ModesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("modes")]
    public IActionResult Get(string mode)
    {
        string condition;
        switch (mode)
        {
            case "all":
                condition = "1 = 1";
                break;
            case { Length: 0 }:
                condition = "1 = 0";
                break;
            case var other when other == "express":
                condition = "Mode = '" + other + "'";
                break;
            default:
                return NotFound();
        }

        var sql = "SELECT Id FROM Modes WHERE " + condition;
        return Ok(connection.Query<int>(sql));
    }
}
