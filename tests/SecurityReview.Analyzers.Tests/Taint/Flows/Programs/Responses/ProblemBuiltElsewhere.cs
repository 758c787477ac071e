// A service of the program fills problem details with the exception's stack.
namespace Shop.Problems;

public class ProblemFactory
{
    public ProblemDetails Create(Exception exception, int status)
    {
        var problem = new ProblemDetails { Status = status, Title = "The import failed." };
        problem.Detail = exception.StackTrace; // reported
        return problem;
    }
}

public class ProblemsController(SqliteConnection connection, ProblemFactory problems) : ControllerBase
{
    [HttpPost("problems")]
    public IActionResult Post()
    {
        try
        {
            return Ok(connection.Execute("DELETE FROM Imports"));
        }
        catch (DbException ex)
        {
            return new ObjectResult(problems.Create(ex, 500)) { StatusCode = 500 };
        }
    }
}
//// good twin
// The service fills in a constant where the exception has a stack.
namespace Shop.Problems;

public class ProblemFactory
{
    public ProblemDetails Create(Exception exception, int status)
    {
        var problem = new ProblemDetails { Status = status, Title = "The import failed." };
        problem.Detail = exception.StackTrace is null ? null : "See the log of the server.";
        return problem;
    }
}

public class ProblemsController(SqliteConnection connection, ProblemFactory problems) : ControllerBase
{
    [HttpPost("problems")]
    public IActionResult Post()
    {
        try
        {
            return Ok(connection.Execute("DELETE FROM Imports"));
        }
        catch (DbException ex)
        {
            return new ObjectResult(problems.Create(ex, 500)) { StatusCode = 500 };
        }
    }
}
