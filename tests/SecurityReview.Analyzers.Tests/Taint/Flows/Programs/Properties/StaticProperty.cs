// A static property of another class keeps what the caller sends.
public static class Maintenance
{
    public static string Target { get; set; } = "Temp";

    public static string Reason { get; private set; } = "";

    public static void Begin(string target, string reason) => (Target, Reason) = (target, reason);
}

public class MaintenanceController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("maintenance")]
    public void Begin(string target, string reason) => Maintenance.Begin(target, reason);

    [HttpPost("maintenance/run")]
    public int Run() => connection.Execute("DELETE FROM " + Maintenance.Target); // reported
}
//// good twin
// The static property in the text is always given a constant; the reason is what the caller sends.
public static class Maintenance
{
    public static string Target { get; set; } = "Temp";

    public static string Reason { get; private set; } = "";

    public static void Begin(string target, string reason) => (Target, Reason) = (target, reason);
}

public class MaintenanceController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("maintenance")]
    public void Begin(string target, string reason) => Maintenance.Begin(target.Length > 4 ? "Cache" : "Temp", reason);

    [HttpPost("maintenance/run")]
    public int Run() => connection.Execute("DELETE FROM " + Maintenance.Target);
}
