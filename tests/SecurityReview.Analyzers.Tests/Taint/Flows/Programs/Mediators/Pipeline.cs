// A list of steps passes a context on, and the last step makes the text of what the first one kept.
using Microsoft.AspNetCore.Http;

public sealed class Work
{
    public string Key { get; set; } = "none";

    public string Culture { get; set; } = "de";

    public object? Result { get; set; }
}

public interface IStep
{
    void Run(Work work, HttpRequest request);
}

public sealed class ReadStep : IStep
{
    public void Run(Work work, HttpRequest request) => work.Key = request.Query["key"].ToString();
}

public sealed class LoadStep(SqliteConnection connection) : IStep
{
    public void Run(Work work, HttpRequest request) =>
        work.Result = connection.QueryFirstOrDefault<string>("SELECT Value FROM Store WHERE Key = '" + work.Key + "'"); // reported
}

public class StoreController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("store")]
    public IActionResult Get()
    {
        var work = new Work();
        foreach (var step in new IStep[] { new ReadStep(), new LoadStep(connection) })
            step.Run(work, Request);
        return Ok(work.Result);
    }
}
//// good twin
// The first step keeps what it read in another member of the context.
using Microsoft.AspNetCore.Http;

public sealed class Work
{
    public string Key { get; set; } = "none";

    public string Culture { get; set; } = "de";

    public object? Result { get; set; }
}

public interface IStep
{
    void Run(Work work, HttpRequest request);
}

public sealed class ReadStep : IStep
{
    public void Run(Work work, HttpRequest request) => work.Culture = request.Query["key"].ToString();
}

public sealed class LoadStep(SqliteConnection connection) : IStep
{
    public void Run(Work work, HttpRequest request) =>
        work.Result = connection.QueryFirstOrDefault<string>("SELECT Value FROM Store WHERE Key = '" + work.Key + "'");
}

public class StoreController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("store")]
    public IActionResult Get()
    {
        var work = new Work();
        foreach (var step in new IStep[] { new ReadStep(), new LoadStep(connection) })
            step.Run(work, Request);
        return Ok(work.Result);
    }
}
