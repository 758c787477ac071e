// A recursive local function repeats the caller's text as often as asked.
namespace Shop.Menus;

public class MenusController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("menus")]
    public IActionResult Get(string parent, int depth)
    {
        string Nest(int level)
        {
            if (level == 0)
            {
                return "'" + parent + "'";
            }

            return "(SELECT Id FROM Menus WHERE Parent = " + Nest(level - 1) + ")";
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM Menus WHERE Parent IN " + Nest(Math.Min(depth, 5) + 1); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The innermost call of the recursion gives a placeholder; the text is bound to it.
namespace Shop.Menus;

public class MenusController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("menus")]
    public IActionResult Get(string parent, int depth)
    {
        string Nest(int level)
        {
            if (level == 0)
            {
                return "@parent";
            }

            return "(SELECT Id FROM Menus WHERE Parent = " + Nest(level - 1) + ")";
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM Menus WHERE Parent IN " + Nest(Math.Min(depth, 5) + 1);
        command.Parameters.AddWithValue("@parent", parent);
        return Ok(command.ExecuteScalar());
    }
}
