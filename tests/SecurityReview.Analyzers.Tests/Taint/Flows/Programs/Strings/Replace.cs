// Replace puts the caller's text in the place of a marker, on one of two templates.
namespace Shop.Templates;

public class TemplateController(SqliteConnection connection) : ControllerBase
{
    private const string Template = "SELECT Id FROM %TABLE% WHERE Name = '%NAME%'";

    [HttpGet("template")]
    public IActionResult Get(string name)
    {
        var sql = Template.Replace("%TABLE%", "Users", StringComparison.Ordinal).Replace("%NAME%", name);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Replace puts a placeholder in the place of the marker; the caller's text is bound to it.
namespace Shop.Templates;

public class TemplateController(SqliteConnection connection) : ControllerBase
{
    private const string Template = "SELECT Id FROM %TABLE% WHERE Name = '%NAME%'";

    [HttpGet("template")]
    public IActionResult Get(string name)
    {
        var sql = Template.Replace("%TABLE%", "Users", StringComparison.Ordinal).Replace("'%NAME%'", name.Length == 0 ? "NULL" : "@name");
        return Ok(connection.Query<int>(sql, new { name }));
    }
}
