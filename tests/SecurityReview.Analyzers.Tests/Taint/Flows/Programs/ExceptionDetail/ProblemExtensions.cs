// A helper returns entries, one of which becomes part of the problem details.
public static class Entries
{
    public static Dictionary<string, object?> Of(Exception exception)
    {
        var entries = new Dictionary<string, object?>();
        entries["code"] = exception.HResult;
        entries["trace"] = exception.StackTrace;
        return entries;
    }
}

public class ImportController : ControllerBase
{
    [HttpPost("import")]
    public IActionResult Import([FromBody] string[] lines)
    {
        try
        {
            return Ok(lines.Select(line => int.Parse(line)).Sum());
        }
        catch (OverflowException exception)
        {
            var entries = Entries.Of(exception);
            return Problem(title: "The import failed.", detail: "Reason: " + entries["trace"]); // reported
        }
    }
}
//// good twin
// The other entry, a number, becomes part of them.
public static class Entries
{
    public static Dictionary<string, object?> Of(Exception exception)
    {
        var entries = new Dictionary<string, object?>();
        entries["code"] = exception.HResult;
        entries["trace"] = exception.StackTrace;
        return entries;
    }
}

public class ImportController : ControllerBase
{
    [HttpPost("import")]
    public IActionResult Import([FromBody] string[] lines)
    {
        try
        {
            return Ok(lines.Select(line => int.Parse(line)).Sum());
        }
        catch (OverflowException exception)
        {
            var entries = Entries.Of(exception);
            return Problem(title: "The import failed.", detail: "Reason: " + entries["code"]);
        }
    }
}
