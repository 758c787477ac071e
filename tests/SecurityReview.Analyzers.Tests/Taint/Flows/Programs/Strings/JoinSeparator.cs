// The caller's text is the separator, not an element.
namespace Shop.Separators;

public class SeparatorController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("separator")]
    public IActionResult Get(string combine)
    {
        var parts = new object[] { "Open = 1", "Paid = 0" };
        var sql = "SELECT Id FROM Bills WHERE " + string.Join(combine, parts);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The separator is one of two constants.
namespace Shop.Separators;

public class SeparatorController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("separator")]
    public IActionResult Get(string combine)
    {
        var parts = new object[] { "Open = 1", "Paid = 0" };
        var sql = "SELECT Id FROM Bills WHERE " + string.Join(combine == "or" ? " OR " : " AND ", parts);
        return Ok(connection.Query<int>(sql));
    }
}
