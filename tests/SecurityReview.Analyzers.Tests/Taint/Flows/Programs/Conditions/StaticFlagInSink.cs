// A static flag that the caller of the method sets decides whether the value that came in is used.
public class ExportJob(SqliteConnection connection)
{
    private static readonly object s_gate = new();
    private static bool s_filtered;

    public int RunAll(string tenant)
    {
        lock (s_gate)
        {
            s_filtered = true;
            return Run(tenant);
        }
    }

    public int RunSystem(string tenant)
    {
        lock (s_gate)
        {
            s_filtered = false;
            return tenant.Length;
        }
    }

    private int Run(string tenant)
    {
        var clause = "";
        if (s_filtered)
            clause = " WHERE Tenant = '" + tenant + "'";
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Exports" + clause; // reported
        return command.ExecuteNonQuery();
    }
}

public class ExportsController(ExportJob job) : ControllerBase
{
    [HttpPost("exports/run")]
    public int Run(string tenant) => job.RunAll(tenant) + job.RunSystem(tenant);
}
//// good twin
// The only caller of the method sets the flag so that the value is not used.
public class ExportJob(SqliteConnection connection)
{
    private static readonly object s_gate = new();
    private static bool s_filtered;

    public int RunAll(string tenant)
    {
        lock (s_gate)
        {
            s_filtered = false;
            return Run(tenant);
        }
    }

    public int RunSystem(string tenant)
    {
        lock (s_gate)
        {
            s_filtered = true;
            return tenant.Length;
        }
    }

    private int Run(string tenant)
    {
        var clause = "";
        if (s_filtered)
            clause = " WHERE Tenant = '" + tenant + "'";
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM Exports" + clause;
        return command.ExecuteNonQuery();
    }
}

public class ExportsController(ExportJob job) : ControllerBase
{
    [HttpPost("exports/run")]
    public int Run(string tenant) => job.RunAll(tenant) + job.RunSystem(tenant);
}
