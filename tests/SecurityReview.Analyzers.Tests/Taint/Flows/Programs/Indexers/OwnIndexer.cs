// An indexer of the program reads the caller's text from the dictionary behind it.
namespace Shop.Bags;

public class PropertyBag
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string this[string key]
    {
        get => _values.TryGetValue(key, out var value) ? value : "";
        set => _values[key] = value;
    }

    public int Count => _values.Count;
}

public class BagsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("bags")]
    public IActionResult Get(string color)
    {
        var bag = new PropertyBag { ["size"] = "large" };
        bag["color"] = color;
        var sql = $"SELECT Id FROM Bags WHERE Color = '{bag["color"]}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Only the number of the bag's entries is put into the text.
namespace Shop.Bags;

public class PropertyBag
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public string this[string key]
    {
        get => _values.TryGetValue(key, out var value) ? value : "";
        set => _values[key] = value;
    }

    public int Count => _values.Count;
}

public class BagsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("bags")]
    public IActionResult Get(string color)
    {
        var bag = new PropertyBag { ["size"] = "large" };
        bag["color"] = color;
        var sql = $"SELECT Id FROM Bags WHERE Entries = {bag.Count}";
        return Ok(connection.Query<int>(sql));
    }
}
