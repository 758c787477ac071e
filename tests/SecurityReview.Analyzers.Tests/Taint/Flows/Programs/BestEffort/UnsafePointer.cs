// The caller's characters are copied through a pointer.
namespace Shop.Pointers;

public class PointersController(SqliteConnection connection) : ControllerBase
{
    private static unsafe string Copy(string text, char fill)
    {
        var copy = new string(fill, text.Length);
        fixed (char* from = text, to = copy)
        {
            for (var i = 0; i < text.Length; i++)
            {
                to[i] = from[i];
            }
        }

        return copy;
    }

    [HttpGet("pointers")]
    public IActionResult Get(string name)
    {
        var sql = "SELECT Id FROM Users WHERE Name = '" + Copy(name, ' ') + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Through the pointer a constant is written for each of the caller's characters.
namespace Shop.Pointers;

public class PointersController(SqliteConnection connection) : ControllerBase
{
    private static unsafe string Copy(string text, char fill)
    {
        var copy = new string(fill, text.Length);
        fixed (char* from = text, to = copy)
        {
            for (var i = 0; i < text.Length; i++)
            {
                to[i] = from[i] == fill ? fill : 'x';
            }
        }

        return copy;
    }

    [HttpGet("pointers")]
    public IActionResult Get(string name)
    {
        var sql = "SELECT Id FROM Users WHERE Name = '" + Copy(name, ' ') + "'";
        return Ok(connection.Query<int>(sql));
    }
}
