// A struct with the caller's text is handed on by in.
namespace Shop.Criteria;

public readonly struct Criteria(string name, int limit)
{
    public readonly string Name = name;
    public readonly int Limit = limit;
}

public class CriteriaController(SqliteConnection connection) : ControllerBase
{
    private static string Describe(in Criteria criteria) =>
        "SELECT Id FROM Parts WHERE Name = '" + criteria.Name + "' LIMIT " + criteria.Limit;

    [HttpGet("criteria")]
    public IActionResult Get(string name, int limit)
    {
        var criteria = new Criteria(name, limit);
        var sql = Describe(in criteria);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of the struct only the number is put into the text.
namespace Shop.Criteria;

public readonly struct Criteria(string name, int limit)
{
    public readonly string Name = name;
    public readonly int Limit = limit;
}

public class CriteriaController(SqliteConnection connection) : ControllerBase
{
    private static string Describe(in Criteria criteria) =>
        "SELECT Id FROM Parts WHERE Name = @Name LIMIT " + criteria.Limit;

    [HttpGet("criteria")]
    public IActionResult Get(string name, int limit)
    {
        var criteria = new Criteria(name, limit);
        var sql = Describe(in criteria);
        return Ok(connection.Query<int>(sql, new { criteria.Name }));
    }
}
