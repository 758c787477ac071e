// Steps of a pipeline rewrite the text one after the other, and the last hands it on.
namespace Shop.Pipelines;

public interface IStep
{
    string Run(string input);
}

public sealed class TrimStep : IStep
{
    public string Run(string input) => input.Trim();
}

public sealed class TableStep : IStep
{
    public string Run(string input) => input.Length > 5 ? input : "Orders";
}

public sealed class Pipeline
{
    private readonly List<IStep> _steps = new();

    public Pipeline Add(IStep step)
    {
        _steps.Add(step);
        return this;
    }

    public string Run(string input) => _steps.Aggregate(input, (current, step) => step.Run(current));
}

public class StatsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("stats")]
    public IActionResult Get(string table)
    {
        var pipeline = new Pipeline().Add(new TrimStep()).Add(new TableStep());
        return Ok(connection.ExecuteScalar<int>("SELECT COUNT(*) FROM " + pipeline.Run(table))); // reported
    }
}
//// good twin
// One of the steps replaces the text by a constant.
namespace Shop.Pipelines;

public interface IStep
{
    string Run(string input);
}

public sealed class TrimStep : IStep
{
    public string Run(string input) => input.Length.ToString();
}

public sealed class TableStep : IStep
{
    public string Run(string input) => input.Length > 5 ? "Items" : "Orders";
}

public sealed class Pipeline
{
    private readonly List<IStep> _steps = new();

    public Pipeline Add(IStep step)
    {
        _steps.Add(step);
        return this;
    }

    public string Run(string input) => _steps.Aggregate(input, (current, step) => step.Run(current));
}

public class StatsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("stats")]
    public IActionResult Get(string table)
    {
        var pipeline = new Pipeline().Add(new TrimStep()).Add(new TableStep());
        return Ok(connection.ExecuteScalar<int>("SELECT COUNT(*) FROM " + pipeline.Run(table)));
    }
}
