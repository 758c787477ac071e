// A cookie of the request is put into the statement.
namespace Shop.Cookies;

public class CookiesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cookies")]
    public IActionResult Get()
    {
        if (!Request.Cookies.TryGetValue("theme", out var theme))
        {
            theme = "light";
        }

        var sql = "SELECT Css FROM Themes WHERE Name = '" + theme + "'";
        return Ok(connection.QueryFirstOrDefault<string>(sql)); // reported
    }
}
//// good twin
// The cookie decides between two constants.
namespace Shop.Cookies;

public class CookiesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cookies")]
    public IActionResult Get()
    {
        if (!Request.Cookies.TryGetValue("theme", out var theme))
        {
            theme = "light";
        }

        var sql = "SELECT Css FROM Themes WHERE Name = '" + (theme == "dark" ? "dark" : "light") + "'";
        return Ok(connection.QueryFirstOrDefault<string>(sql));
    }
}
