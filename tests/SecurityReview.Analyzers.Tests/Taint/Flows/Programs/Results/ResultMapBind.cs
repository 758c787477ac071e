// A Result type carries the text through Map and Bind to the match that composes.
namespace Shop.Results;

public readonly struct Result<T>
{
    private readonly T? _value;
    private readonly string? _error;

    private Result(T? value, string? error) => (_value, _error) = (value, error);

    public static Result<T> Ok(T value) => new(value, null);

    public static Result<T> Fail(string error) => new(default, error);

    public Result<TNext> Map<TNext>(Func<T, TNext> map) => _error is null ? Result<TNext>.Ok(map(_value!)) : Result<TNext>.Fail(_error);

    public Result<TNext> Bind<TNext>(Func<T, Result<TNext>> bind) => _error is null ? bind(_value!) : Result<TNext>.Fail(_error);

    public TOut Match<TOut>(Func<T, TOut> ok, Func<string, TOut> fail) => _error is null ? ok(_value!) : fail(_error);
}

public class AccountsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("accounts")]
    public IActionResult Get(string login) =>
        Parse(login)
            .Map(text => text.ToLowerInvariant())
            .Bind(Find)
            .Match<IActionResult>(count => Ok(count), error => BadRequest());

    private static Result<string> Parse(string login) => login.Length > 0 ? Result<string>.Ok(login) : Result<string>.Fail("empty");

    private Result<int> Find(string login)
    {
        var sql = "SELECT COUNT(*) FROM Accounts WHERE Login = '" + login + "'";
        return Result<int>.Ok(connection.ExecuteScalar<int>(sql)); // reported
    }
}
//// good twin
// The text is mapped to its length on the way.
namespace Shop.Results;

public readonly struct Result<T>
{
    private readonly T? _value;
    private readonly string? _error;

    private Result(T? value, string? error) => (_value, _error) = (value, error);

    public static Result<T> Ok(T value) => new(value, null);

    public static Result<T> Fail(string error) => new(default, error);

    public Result<TNext> Map<TNext>(Func<T, TNext> map) => _error is null ? Result<TNext>.Ok(map(_value!)) : Result<TNext>.Fail(_error);

    public Result<TNext> Bind<TNext>(Func<T, Result<TNext>> bind) => _error is null ? bind(_value!) : Result<TNext>.Fail(_error);

    public TOut Match<TOut>(Func<T, TOut> ok, Func<string, TOut> fail) => _error is null ? ok(_value!) : fail(_error);
}

public class AccountsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("accounts")]
    public IActionResult Get(string login) =>
        Parse(login)
            .Map(text => text.Length.ToString())
            .Bind(Find)
            .Match<IActionResult>(count => Ok(count), error => BadRequest());

    private static Result<string> Parse(string login) => login.Length > 0 ? Result<string>.Ok(login) : Result<string>.Fail("empty");

    private Result<int> Find(string login)
    {
        var sql = "SELECT COUNT(*) FROM Accounts WHERE Login = '" + login + "'";
        return Result<int>.Ok(connection.ExecuteScalar<int>(sql));
    }
}
