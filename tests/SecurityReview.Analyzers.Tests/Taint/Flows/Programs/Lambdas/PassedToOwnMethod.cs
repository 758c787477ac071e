// A helper of the program calls the lambda with the caller's text.
namespace Shop.Customers;

public static class Pipeline
{
    public static TResult Apply<TArgument, TResult>(TArgument argument, Func<TArgument, TResult> step) => step(argument);
}

public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers")]
    public IActionResult Find(string name)
    {
        var fallback = "nobody";
        var ids = Pipeline.Apply(name, text =>
        {
            var sql = "SELECT Id FROM Customers WHERE Name = '" + text + "'";
            return connection.Query<long>(sql).AsList(); // reported
        });
        return Ok(new { ids, fallback });
    }
}
//// good twin
// The helper calls the lambda with a constant; the caller's text is only echoed.
namespace Shop.Customers;

public static class Pipeline
{
    public static TResult Apply<TArgument, TResult>(TArgument argument, Func<TArgument, TResult> step) => step(argument);
}

public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers")]
    public IActionResult Find(string name)
    {
        var fallback = "nobody";
        var ids = Pipeline.Apply(fallback,  text =>
        {
            var sql = "SELECT Id FROM Customers WHERE Name = '" + text + "'";
            return connection.Query<long>(sql).AsList();
        });
        return Ok(new { ids, name });
    }
}
