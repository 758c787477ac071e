// A helper in another class puts the stack trace into what the action answers.
public class JobsController(IServiceProvider services) : ControllerBase
{
    [HttpPost("jobs/{id:int}")]
    public IActionResult Start(int id)
    {
        try
        {
            return Ok(services.GetService(typeof(JobsController))!.GetHashCode() + id);
        }
        catch (Exception problem)
        {
            var text = Failure.Describe(problem, "job");
            return StatusCode(500, text); // reported
        }
    }
}
//// file
public static class Failure
{
    public static string Describe(Exception exception, string what)
    {
        Console.Error.WriteLine(exception);
        return "The " + what + " failed: " + exception.StackTrace;
    }
}
//// good twin
// The helper logs the exception and returns only its type.
public class JobsController(IServiceProvider services) : ControllerBase
{
    [HttpPost("jobs/{id:int}")]
    public IActionResult Start(int id)
    {
        try
        {
            return Ok(services.GetService(typeof(JobsController))!.GetHashCode() + id);
        }
        catch (Exception problem)
        {
            var text = Failure.Describe(problem, "job");
            return StatusCode(500, text);
        }
    }
}
//// file
public static class Failure
{
    public static string Describe(Exception exception, string what)
    {
        Console.Error.WriteLine(exception);
        return "The " + what + " failed: " + exception.GetType().Name;
    }
}
