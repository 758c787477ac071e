// The pairs of a dictionary are handed to a helper, that uses a member of each value.
namespace Shop.Columns;

public sealed record Column(string Name, string Order);

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("columns")]
    public IActionResult Get(string order, string title)
    {
        var columns = new Dictionary<string, Column>
        {
            ["Id"] = new("Id", "ASC"),
            ["Title"] = new(title, order),
        };
        var titles = columns.ToDictionary(pair => pair.Key, pair => pair.Value.Name);
        return Ok(new { titles, rows = connection.Query<int>("SELECT Id FROM Items ORDER BY " + Joined(columns)) }); // reported
    }

    private static string Joined(IEnumerable<KeyValuePair<string, Column>> columns) =>
        string.Join(", ", columns.Select(pair => pair.Key + " " + pair.Value.Order));
}
//// good twin
// The helper uses the keys, which are constants.
namespace Shop.Columns;

public sealed record Column(string Name, string Order);

public class ColumnsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("columns")]
    public IActionResult Get(string order, string title)
    {
        var columns = new Dictionary<string, Column>
        {
            ["Id"] = new("Id", "ASC"),
            ["Title"] = new(title, order),
        };
        var titles = columns.ToDictionary(pair => pair.Key, pair => pair.Value.Name);
        return Ok(new { titles, rows = connection.Query<int>("SELECT Id FROM Items ORDER BY " + Joined(columns)) });
    }

    private static string Joined(IEnumerable<KeyValuePair<string, Column>> columns) =>
        string.Join(", ", columns.Select(pair => pair.Key + " " + (pair.Value.Order == "DESC" ? "DESC" : "ASC")));
}
