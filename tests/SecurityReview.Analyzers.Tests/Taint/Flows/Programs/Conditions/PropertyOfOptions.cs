// A get-only property with an initializer lets what the caller sends pass.
public sealed class SearchSettings
{
    public static SearchSettings Current { get; } = new();

    public bool IsRaw { get; } = true;
}

public class SearchController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("search")]
    public IActionResult Find(string text)
    {
        var pattern = "none";
        if (SearchSettings.Current.IsRaw)
            pattern = text;
        return Ok(connection.Query<int>($"SELECT Id FROM Pages WHERE Body LIKE '%{pattern}%'")); // reported
    }
}
//// good twin
// A get-only property with an initializer keeps the branch dead.
public sealed class SearchSettings
{
    public static SearchSettings Current { get; } = new();

    public bool IsRaw { get; } = false;
}

public class SearchController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("search")]
    public IActionResult Find(string text)
    {
        var pattern = "none";
        if (SearchSettings.Current.IsRaw)
            pattern = text;
        return Ok(connection.Query<int>($"SELECT Id FROM Pages WHERE Body LIKE '%{pattern}%'"));
    }
}
