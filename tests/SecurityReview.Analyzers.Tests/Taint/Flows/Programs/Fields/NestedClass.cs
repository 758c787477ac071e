// A nested class reads a private field of the class around it.
public class ThemeController : ControllerBase
{
    private readonly SqliteConnection _connection;
    private string _theme = "light";
    private string _asked = "";

    public ThemeController(SqliteConnection connection) => _connection = connection;

    [HttpGet("theme")]
    public IActionResult Get(string theme)
    {
        _theme = theme;
        return Ok(new Loader(this).Load());
    }

    private sealed class Loader(ThemeController owner)
    {
        public IEnumerable<string> Load() =>
            owner._connection.Query<string>("SELECT Color FROM Themes WHERE Name = '" + owner._theme + "'", new { owner._asked }); // reported
    }
}
//// good twin
// The other field of the class around it is set.
public class ThemeController : ControllerBase
{
    private readonly SqliteConnection _connection;
    private string _theme = "light";
    private string _asked = "";

    public ThemeController(SqliteConnection connection) => _connection = connection;

    [HttpGet("theme")]
    public IActionResult Get(string theme)
    {
        _asked = theme;
        return Ok(new Loader(this).Load());
    }

    private sealed class Loader(ThemeController owner)
    {
        public IEnumerable<string> Load() =>
            owner._connection.Query<string>("SELECT Color FROM Themes WHERE Name = '" + owner._theme + "'", new { owner._asked });
    }
}
