// An interpolation with alignment and formats: the aligned hole is the caller's.
namespace Shop.Aligning;

public class AligningController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("aligning")]
    public IActionResult Get(string code, DateTime day, decimal price)
    {
        var sql = $"SELECT Id FROM Codes WHERE Day = '{day:yyyy-MM-dd}' AND Price > {price,10:F2} AND Code = '{code,-8}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The holes with formats take a date and numbers.
namespace Shop.Aligning;

public class AligningController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("aligning")]
    public IActionResult Get(string code, DateTime day, decimal price)
    {
        var sql = $"SELECT Id FROM Codes WHERE Day = '{day:yyyy-MM-dd}' AND Price > {price,10:F2} AND Size = {code.Length,-8}";
        return Ok(connection.Query<int>(sql));
    }
}
