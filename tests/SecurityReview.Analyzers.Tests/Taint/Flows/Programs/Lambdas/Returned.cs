// A method returns a lambda that holds the caller's text until it runs.
namespace Shop.Reports;

public class ReportFilter
{
    public static Func<string, string> For(string region, string table) => column => $"SELECT * FROM {table} WHERE {column} = '{region}'";
}

public class ReportsController : ControllerBase
{
    private readonly SqliteConnection _connection;

    public ReportsController(SqliteConnection connection) => _connection = connection;

    [HttpGet("reports")]
    public async Task<IActionResult> Get([FromQuery] string region)
    {
        var filter = ReportFilter.For(region, "Reports");
        var rows = await _connection.QueryAsync<string>(filter("Region")); // reported
        return Ok(rows);
    }
}
//// good twin
// The returned lambda holds the text but leaves it out of the statement.
namespace Shop.Reports;

public class ReportFilter
{
    public static Func<string, string> For(string region, string table) => column => region.Length > 2 ? $"SELECT * FROM {table} WHERE {column} = @region" : $"SELECT * FROM {table}";
}

public class ReportsController : ControllerBase
{
    private readonly SqliteConnection _connection;

    public ReportsController(SqliteConnection connection) => _connection = connection;

    [HttpGet("reports")]
    public async Task<IActionResult> Get([FromQuery] string region)
    {
        var filter = ReportFilter.For(region, "Reports");
        var rows = await _connection.QueryAsync<string>(filter("Region"), new { region });
        return Ok(rows);
    }
}
