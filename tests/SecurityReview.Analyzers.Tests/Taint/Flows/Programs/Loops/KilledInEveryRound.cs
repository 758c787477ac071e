// A loop puts back what the caller sends after each use, so that the last round leaves it.
public class CleanController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("clean")]
    public void Clean(string extra, [FromBody] int[] ids)
    {
        var table = "Log";
        foreach (var id in ids)
        {
            connection.Execute("DELETE FROM " + table + " WHERE Id = @id", new { id }); // reported
            table = extra;
        }
    }
}
//// good twin
// A loop takes what the caller sends and replaces it before the next use.
public class CleanController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("clean")]
    public void Clean(string extra, [FromBody] int[] ids)
    {
        var table = "Log";
        foreach (var id in ids)
        {
            connection.Execute("DELETE FROM " + table + " WHERE Id = @id", new { id });
            table = extra;
            table = table == "audit" ? "Audit" : "Log";
        }
    }
}
