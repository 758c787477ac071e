// The lambda writes the captured variable; what it wrote is read after the call.
namespace Shop.Login;

public class LoginController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("login")]
    public IActionResult Login([FromForm] string user)
    {
        var where = "1 = 0";
        Action<string> restrict = value => where = "Name = '" + value + "'";
        restrict(user);
        using var command = new SqliteCommand("SELECT Id FROM Users WHERE " + where, connection); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The lambda writes the captured variable, but the program overwrites it before it is read.
namespace Shop.Login;

public class LoginController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("login")]
    public IActionResult Login([FromForm] string user)
    {
        var where = "1 = 0";
        Action<string> restrict = value => where = "Name = '" + value + "'";
        restrict(user);
        where = user.Length == 0 ? "1 = 0" : "Active = 1";
        using var command = new SqliteCommand("SELECT Id FROM Users WHERE " + where, connection);
        return Ok(command.ExecuteScalar());
    }
}
