// A raw literal with two dollar signs has one hole and one pair of braces that is text.
namespace Shop.Raw;

public class RawController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("raw")]
    public IActionResult Get(string tag)
    {
        var sql = $$"""
            SELECT Id, '{tag}' AS Tag
            FROM Documents
            WHERE Tags LIKE '%{{tag}}%'
            """;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The braces are no hole: two dollar signs ask for two braces.
namespace Shop.Raw;

public class RawController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("raw")]
    public IActionResult Get(string tag)
    {
        var sql = $$"""
            SELECT Id, '{tag}' AS Tag
            FROM Documents
            WHERE Tags LIKE '%{tag}%' AND Size > {{tag.Length}}
            """;
        return Ok(connection.Query<int>(sql));
    }
}
