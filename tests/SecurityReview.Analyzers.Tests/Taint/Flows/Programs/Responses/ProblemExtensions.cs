// An extension of problem details gets what a method of the program collects of the exception.
namespace Shop.ProblemExtensions;

public static class Details
{
    public static IEnumerable<string> Of(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            yield return current.ToString();
        }
    }
}

public class ProblemExtensionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("problem-extensions")]
    public IActionResult Get()
    {
        try
        {
            return Ok(connection.Query<int>("SELECT Id FROM Items"));
        }
        catch (SqliteException ex)
        {
            var problem = new ProblemDetails { Status = 500, Title = "Reading failed." };
            problem.Extensions["details"] = Details.Of(ex).ToArray(); // reported
            return new ObjectResult(problem);
        }
    }
}
//// good twin
// The method yields one of two constants for each exception.
namespace Shop.ProblemExtensions;

public static class Details
{
    public static IEnumerable<string> Of(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            yield return current is DbException ? "database" : "program";
        }
    }
}

public class ProblemExtensionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("problem-extensions")]
    public IActionResult Get()
    {
        try
        {
            return Ok(connection.Query<int>("SELECT Id FROM Items"));
        }
        catch (SqliteException ex)
        {
            var problem = new ProblemDetails { Status = 500, Title = "Reading failed." };
            problem.Extensions["details"] = Details.Of(ex).ToArray();
            return new ObjectResult(problem);
        }
    }
}
