// A method that must return checks within a using, and returns for every text.
namespace Shop.Tracing;

public sealed class Tracer : IDisposable
{
    public string Last { get; set; } = "";

    public void Dispose() => Last = "done";
}

public class TracingController(SqliteConnection connection) : ControllerBase
{
    private readonly Tracer _tracer = new();

    [HttpGet("traced")]
    public IActionResult Get(string column)
    {
        Ensure(column);
        return Ok(connection.Query<int>("SELECT Id FROM Traces ORDER BY " + column)); // reported
    }

    private void Ensure(string column)
    {
        using (_tracer)
        {
            if (column is not ("At" or "Level"))
                _tracer.Last = "unknown column";
        }
    }
}
//// good twin
// The method throws within the using for all but known columns.
namespace Shop.Tracing;

public sealed class Tracer : IDisposable
{
    public string Last { get; set; } = "";

    public void Dispose() => Last = "done";
}

public class TracingController(SqliteConnection connection) : ControllerBase
{
    private readonly Tracer _tracer = new();

    [HttpGet("traced")]
    public IActionResult Get(string column)
    {
        Ensure(column);
        return Ok(connection.Query<int>("SELECT Id FROM Traces ORDER BY " + column));
    }

    private void Ensure(string column)
    {
        using (_tracer)
        {
            if (column is not ("At" or "Level"))
                throw new InvalidOperationException("unknown column");
        }
    }
}
