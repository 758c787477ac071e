// A base class runs a report; the derived one says the condition, with the text in it.
namespace Shop.Reports;

public abstract class Report(SqliteConnection connection)
{
    public int Run(string region)
    {
        var sql = "SELECT COUNT(*) FROM Sales";
        var condition = Condition(region);
        if (condition.Length > 0)
            sql += " WHERE " + condition;
        return connection.ExecuteScalar<int>(sql, new { region }); // reported
    }

    protected virtual string Condition(string region) => "";
}

public sealed class RegionReport(SqliteConnection connection) : Report(connection)
{
    protected override string Condition(string region) => "Region = '" + region + "'";
}

public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reports/region")]
    public ActionResult<int> Get(string region)
    {
        Report report = new RegionReport(connection);
        return report.Run(region);
    }
}
//// good twin
// The derived class says a constant condition.
namespace Shop.Reports;

public abstract class Report(SqliteConnection connection)
{
    public int Run(string region)
    {
        var sql = "SELECT COUNT(*) FROM Sales";
        var condition = Condition(region);
        if (condition.Length > 0)
            sql += " WHERE " + condition;
        return connection.ExecuteScalar<int>(sql, new { region });
    }

    protected virtual string Condition(string region) => "";
}

public sealed class RegionReport(SqliteConnection connection) : Report(connection)
{
    protected override string Condition(string region) => "Region = @region";
}

public class ReportsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reports/region")]
    public ActionResult<int> Get(string region)
    {
        Report report = new RegionReport(connection);
        return report.Run(region);
    }
}
