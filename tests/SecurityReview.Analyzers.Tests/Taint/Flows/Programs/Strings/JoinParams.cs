// Join with loose arguments of several types.
namespace Shop.Tuples;

public class JoinParamsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("join-params")]
    public IActionResult Post([FromForm] string code, [FromForm] int amount)
    {
        var values = string.Join(", ", amount, "'" + code + "'", DateTime.UtcNow.Year);
        return Ok(connection.Execute($"INSERT INTO Amounts (Amount, Code, Year) VALUES ({values})")); // reported
    }
}
//// good twin
// The argument in the place of the text is a placeholder; the text is bound.
namespace Shop.Tuples;

public class JoinParamsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("join-params")]
    public IActionResult Post([FromForm] string code, [FromForm] int amount)
    {
        var values = string.Join(", ", amount, code.Length == 0 ? "NULL" : "@code", DateTime.UtcNow.Year);
        return Ok(connection.Execute($"INSERT INTO Amounts (Amount, Code, Year) VALUES ({values})", new { code }));
    }
}
