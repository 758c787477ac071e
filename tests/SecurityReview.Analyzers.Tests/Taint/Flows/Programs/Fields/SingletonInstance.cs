// The only instance of a class keeps what one request sends for the next.
public sealed class Registry
{
    private Registry()
    {
    }

    public static Registry Instance { get; } = new();

    public string Alias { get; private set; } = "Main";

    public string Owner { get; private set; } = "nobody";

    public void Rename(string alias, string owner)
    {
        Alias = alias;
        Owner = owner;
    }
}

public class RegistryController(SqliteConnection connection) : ControllerBase
{
    [HttpPut("registry")]
    public void Rename([FromForm] string alias, [FromForm] string owner) => Registry.Instance.Rename(alias, owner);

    [HttpGet("registry")]
    public IActionResult Show() => Ok(connection.Query("SELECT * FROM " + Registry.Instance.Alias)); // reported
}
//// good twin
// The member that goes into the text is only ever given a constant.
public sealed class Registry
{
    private Registry()
    {
    }

    public static Registry Instance { get; } = new();

    public string Alias { get; private set; } = "Main";

    public string Owner { get; private set; } = "nobody";

    public void Rename(string alias, string owner)
    {
        Alias = alias;
        Owner = owner;
    }
}

public class RegistryController(SqliteConnection connection) : ControllerBase
{
    [HttpPut("registry")]
    public void Rename([FromForm] string alias, [FromForm] string owner) => Registry.Instance.Rename(alias.Length > 3 ? "Other" : "Main", owner);

    [HttpGet("registry")]
    public IActionResult Show() => Ok(connection.Query("SELECT * FROM " + Registry.Instance.Alias));
}
