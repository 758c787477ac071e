// A service returns an outcome instead of throwing, and the action answers with its error.
public sealed class Outcome<T>
{
    public T? Value { get; private init; }

    public string? Error { get; private init; }

    public string? Hint { get; private init; }

    public static Outcome<T> Done(T value) => new() { Value = value };

    public static Outcome<T> Failed(string error, string hint) => new() { Error = error, Hint = hint };
}
//// file
public class BillingService(SqliteConnection connection)
{
    public Outcome<int> Close(int month)
    {
        try
        {
            return Outcome<int>.Done(connection.Execute("UPDATE Bills SET Closed = 1 WHERE Month = @month", new { month }));
        }
        catch (SqliteException exception)
        {
            return Outcome<int>.Failed(exception.ToString(), "Try again later.");
        }
    }
}
//// file
public class BillingController(BillingService billing) : ControllerBase
{
    [HttpPost("billing/{month:int}")]
    public IActionResult Close(int month)
    {
        var outcome = billing.Close(month);
        return outcome.Error is null ? Ok(outcome.Value) : StatusCode(500, outcome.Error); // reported
    }
}
//// good twin
// The action answers with the hint, which is a constant.
public sealed class Outcome<T>
{
    public T? Value { get; private init; }

    public string? Error { get; private init; }

    public string? Hint { get; private init; }

    public static Outcome<T> Done(T value) => new() { Value = value };

    public static Outcome<T> Failed(string error, string hint) => new() { Error = error, Hint = hint };
}
//// file
public class BillingService(SqliteConnection connection)
{
    public Outcome<int> Close(int month)
    {
        try
        {
            return Outcome<int>.Done(connection.Execute("UPDATE Bills SET Closed = 1 WHERE Month = @month", new { month }));
        }
        catch (SqliteException exception)
        {
            return Outcome<int>.Failed(exception.ToString(), "Try again later.");
        }
    }
}
//// file
public class BillingController(BillingService billing) : ControllerBase
{
    [HttpPost("billing/{month:int}")]
    public IActionResult Close(int month)
    {
        var outcome = billing.Close(month);
        return outcome.Error is null ? Ok(outcome.Value) : StatusCode(500, outcome.Hint);
    }
}
