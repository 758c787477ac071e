// The request checks another of its members than the one that is composed.
namespace Shop.SelfChecks;

public sealed class ReportRequest
{
    public string Table { get; set; } = "";

    public string Unit { get; set; } = "";

    public bool IsValid => Unit is "day" or "week";

    public bool HasKnownUnit() => Unit is "day" or "week";
}

public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("reports")]
    public IActionResult Post([FromBody] ReportRequest request)
    {
        if (!request.IsValid || !request.HasKnownUnit())
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM " + request.Table)); // reported
    }
}
//// good twin
// The request checks the member that is composed.
namespace Shop.SelfChecks;

public sealed class ReportRequest
{
    public string Table { get; set; } = "";

    public string Unit { get; set; } = "";

    public bool IsValid => Table is "Sales" or "Costs";

    public bool HasKnownUnit() => Unit is "day" or "week";
}

public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("reports")]
    public IActionResult Post([FromBody] ReportRequest request)
    {
        if (!request.IsValid || !request.HasKnownUnit())
            return BadRequest();
        return Ok(connection.Query("SELECT * FROM " + request.Table));
    }
}
