// A method adds to the data of an exception what the caller sends, and a handler makes text of it.
public class ParcelController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("parcels")]
    public IActionResult Send(string target)
    {
        try
        {
            Route(target);
            return Accepted();
        }
        catch (InvalidOperationException problem)
        {
            var place = (string?)problem.Data["target"];
            connection.Execute("INSERT INTO Lost (Target) VALUES ('" + place + "')"); // reported
            return NotFound();
        }
    }

    private static void Route(string target)
    {
        if (target.Length > 40)
        {
            var problem = new InvalidOperationException("There is no route.");
            problem.Data["target"] = target;
            problem.Data["reason"] = "length";
            throw problem;
        }
    }
}
//// good twin
// The handler makes text of the other entry of the data, which is a constant.
public class ParcelController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("parcels")]
    public IActionResult Send(string target)
    {
        try
        {
            Route(target);
            return Accepted();
        }
        catch (InvalidOperationException problem)
        {
            var place = (string?)problem.Data["reason"];
            connection.Execute("INSERT INTO Lost (Target) VALUES ('" + place + "')");
            return NotFound();
        }
    }

    private static void Route(string target)
    {
        if (target.Length > 40)
        {
            var problem = new InvalidOperationException("There is no route.");
            problem.Data["target"] = target;
            problem.Data["reason"] = "length";
            throw problem;
        }
    }
}
