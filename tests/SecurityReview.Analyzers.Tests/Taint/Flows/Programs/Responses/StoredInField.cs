// The exception's text is kept in a property of a job, which another action sends.
namespace Shop.Jobs;

public class ExportJob
{
    public string State { get; private set; } = "new";

    public string? Error { get; private set; }

    public void Run(SqliteConnection connection)
    {
        try
        {
            connection.Execute("INSERT INTO Exports DEFAULT VALUES");
            State = "done";
        }
        catch (Exception ex)
        {
            State = "failed";
            Error = ex.ToString();
        }
    }
}

public class ExportJobsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("export-jobs")]
    public IActionResult Post()
    {
        var job = new ExportJob();
        job.Run(connection);
        return Ok(job.Error); // reported
    }
}
//// good twin
// The action sends the other property, which holds constants.
namespace Shop.Jobs;

public class ExportJob
{
    public string State { get; private set; } = "new";

    public string? Error { get; private set; }

    public void Run(SqliteConnection connection)
    {
        try
        {
            connection.Execute("INSERT INTO Exports DEFAULT VALUES");
            State = "done";
        }
        catch (Exception ex)
        {
            State = "failed";
            Error = ex.ToString();
        }
    }
}

public class ExportJobsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("export-jobs")]
    public IActionResult Post()
    {
        var job = new ExportJob();
        job.Run(connection);
        return Ok(job.State);
    }
}
