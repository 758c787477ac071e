// An assignment before the call that throws stays in force in the handler.
public class PricesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("prices")]
    public IActionResult Get(string currency, string day)
    {
        var code = "CHF";
        try
        {
            code = currency;
            var date = DateOnly.Parse(day);
            code = "EUR";
            return Ok(new { date, code });
        }
        catch (FormatException)
        {
            return Ok(connection.Query<decimal>("SELECT Price FROM Prices WHERE Currency = '" + code + "'")); // reported
        }
    }
}
//// good twin
// The assignment is overwritten before the call that may throw.
public class PricesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("prices")]
    public IActionResult Get(string currency, string day)
    {
        var code = "CHF";
        try
        {
            code = currency;
            code = code == "eur" ? "EUR" : "USD";
            var date = DateOnly.Parse(day);
            return Ok(new { date, code });
        }
        catch (FormatException)
        {
            return Ok(connection.Query<decimal>("SELECT Price FROM Prices WHERE Currency = '" + code + "'"));
        }
    }
}
