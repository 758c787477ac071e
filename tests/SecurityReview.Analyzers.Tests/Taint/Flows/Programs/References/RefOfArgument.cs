// A method returns a reference to one of its arguments; the text is stored through it.
namespace Shop.Picks;

public class PicksController(SqliteConnection connection) : ControllerBase
{
    private static ref string First(ref string left, ref string right)
    {
        right = "B";
        return ref left;
    }

    [HttpPost("picks")]
    public IActionResult Post(string label)
    {
        var (one, other) = ("", "");
        First(ref one, ref other) = label;
        return Ok(connection.Execute("UPDATE Picks SET Label = '" + one + "'")); // reported
    }
}
//// good twin
// The text is stored through the reference to one variable, and the other variable is read.
namespace Shop.Picks;

public class PicksController(SqliteConnection connection) : ControllerBase
{
    private static ref string First(ref string left, ref string right)
    {
        right = "B";
        return ref left;
    }

    [HttpPost("picks")]
    public IActionResult Post(string label)
    {
        var (one, other) = ("", "");
        First(ref one, ref other) = label;
        return Ok(connection.Execute("UPDATE Picks SET Label = '" + other + "'"));
    }
}
