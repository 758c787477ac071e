// A goto case leads from the section that takes the text to the one that builds the clause.
namespace Shop.Gotos;

public class GotosController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("gotos")]
    public IActionResult Get(int kind, string text)
    {
        var value = "none";
        var clause = "";
        switch (kind)
        {
            case 1:
                value = text;
                goto case 3;
            case 2:
                clause = "Kind = 2";
                break;
            case 3:
                clause = "Label = '" + value + "'";
                break;
            default:
                goto case 2;
        }

        var sql = "SELECT Id FROM Labels WHERE " + clause;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The section that takes the text goes on to the one that does not use it.
namespace Shop.Gotos;

public class GotosController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("gotos")]
    public IActionResult Get(int kind, string text)
    {
        var value = "none";
        var clause = "";
        switch (kind)
        {
            case 1:
                value = text;
                goto case 2;
            case 2:
                clause = "Kind = 2";
                break;
            case 3:
                clause = "Label = '" + value + "'";
                break;
            default:
                goto case 2;
        }

        var sql = "SELECT Id FROM Labels WHERE " + clause;
        return Ok(connection.Query<int>(sql));
    }
}
