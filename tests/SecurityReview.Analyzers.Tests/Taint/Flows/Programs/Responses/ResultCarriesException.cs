// A result type keeps the exception that was caught, and the response tells of it.
namespace Shop.Outcomes;

public sealed record Outcome<T>(T? Value, string? Error)
{
    public bool IsOk => Error is null;

    public static Outcome<T> Try(Func<T> action)
    {
        try
        {
            return new Outcome<T>(action(), null);
        }
        catch (DbException exception)
        {
            return new Outcome<T>(default, exception.ToString());
        }
    }
}

public class OutcomesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("outcomes")]
    public IActionResult Get()
    {
        var outcome = Outcome<int>.Try(() => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Outcomes"));
        return outcome.IsOk ? Ok(outcome.Value) : StatusCode(500, outcome.Error); // reported
    }
}
//// good twin
// The result keeps a constant code of what was caught.
namespace Shop.Outcomes;

public sealed record Outcome<T>(T? Value, string? Error)
{
    public bool IsOk => Error is null;

    public static Outcome<T> Try(Func<T> action)
    {
        try
        {
            return new Outcome<T>(action(), null);
        }
        catch (DbException exception)
        {
            return new Outcome<T>(default, exception.IsTransient ? "busy" : "failed");
        }
    }
}

public class OutcomesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("outcomes")]
    public IActionResult Get()
    {
        var outcome = Outcome<int>.Try(() => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Outcomes"));
        return outcome.IsOk ? Ok(outcome.Value) : StatusCode(500, outcome.Error);
    }
}
