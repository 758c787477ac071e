// A builder is configured by a lambda that sets a member to the text.
namespace Shop.Configuring;

public sealed class QuerySettings
{
    public string Table { get; set; } = "Orders";

    public string Comment { get; set; } = "";
}

public static class QueryFactory
{
    public static string Create(Action<QuerySettings> configure)
    {
        var settings = new QuerySettings();
        configure(settings);
        return $"SELECT * FROM {settings.Table}";
    }
}

public class ConfiguringController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("configured")]
    public IActionResult Get(string table)
    {
        var sql = QueryFactory.Create(settings => settings.Table = table);
        return Ok(connection.Query(sql)); // reported
    }
}
//// good twin
// The lambda sets another member.
namespace Shop.Configuring;

public sealed class QuerySettings
{
    public string Table { get; set; } = "Orders";

    public string Comment { get; set; } = "";
}

public static class QueryFactory
{
    public static string Create(Action<QuerySettings> configure)
    {
        var settings = new QuerySettings();
        configure(settings);
        return $"SELECT * FROM {settings.Table}";
    }
}

public class ConfiguringController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("configured")]
    public IActionResult Get(string table)
    {
        var sql = QueryFactory.Create(settings => settings.Comment = table);
        return Ok(connection.Query(sql));
    }
}
