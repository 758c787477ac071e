// A local function declared after its use appends to a captured local.
namespace Shop.Exports;

public class ExportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("exports")]
    public IActionResult Get(string format, string owner)
    {
        var sql = "SELECT Path FROM Exports WHERE 1 = 1";
        And("Format", "csv");
        And("Owner", owner);
        return Ok(connection.Query<string>(sql)); // reported

        void And(string column, string value)
        {
            sql += " AND " + column + " = '" + value + "'";
        }
    }
}
//// good twin
// The local function is called with constants only, chosen by the text.
namespace Shop.Exports;

public class ExportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("exports")]
    public IActionResult Get(string format, string owner)
    {
        var sql = "SELECT Path FROM Exports WHERE 1 = 1";
        And("Format", "csv");
        And("Owner", owner == "me" ? "me" : "all");
        return Ok(connection.Query<string>(sql));

        void And(string column, string value)
        {
            sql += " AND " + column + " = '" + value + "'";
        }
    }
}
