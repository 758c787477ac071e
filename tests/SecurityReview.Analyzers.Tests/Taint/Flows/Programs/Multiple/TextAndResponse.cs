// One method sends a value into the text and the detail of the exception to the client.
public class CouponsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("coupons/{code}")]
    public IActionResult Redeem(string code)
    {
        string sql = "UPDATE Coupons SET Used = 1 WHERE Code = '" + code + "'";
        try
        {
            return connection.Execute(sql) == 1 ? Ok() : NotFound(); // reported
        }
        catch (SqliteException problem)
        {
            Console.Error.WriteLine(problem);
            return BadRequest(new { code, reason = problem.ToString() }); // reported
        }
    }
}
//// good twin
// The value is bound, and of the exception the client only gets its number.
public class CouponsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("coupons/{code}")]
    public IActionResult Redeem(string code)
    {
        string sql = "UPDATE Coupons SET Used = 1 WHERE Code = @code";
        try
        {
            return connection.Execute(sql, new { code }) == 1 ? Ok() : NotFound();
        }
        catch (SqliteException problem)
        {
            Console.Error.WriteLine(problem);
            return BadRequest(new { code, reason = problem.SqliteErrorCode });
        }
    }
}
