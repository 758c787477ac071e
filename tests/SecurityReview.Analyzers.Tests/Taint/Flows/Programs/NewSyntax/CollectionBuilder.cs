// A collection type of the program is made by a collection expression through its builder.
using System.Collections;
using System.Runtime.CompilerServices;

namespace Shop.Collections;

[CollectionBuilder(typeof(ConditionSet), nameof(Create))]
public sealed class ConditionSet : IEnumerable<string>
{
    private readonly List<string> _items = [];

    public static ConditionSet Create(ReadOnlySpan<string> items)
    {
        var set = new ConditionSet();
        set._items.AddRange(items.ToArray());
        return set;
    }

    public IEnumerator<string> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class ConditionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("conditions")]
    public IActionResult Get(string city)
    {
        ConditionSet conditions = ["Open = 1", "City = '" + city + "'"];
        var sql = "SELECT Id FROM Shops WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The element made of the caller's text is a placeholder.
using System.Collections;
using System.Runtime.CompilerServices;

namespace Shop.Collections;

[CollectionBuilder(typeof(ConditionSet), nameof(Create))]
public sealed class ConditionSet : IEnumerable<string>
{
    private readonly List<string> _items = [];

    public static ConditionSet Create(ReadOnlySpan<string> items)
    {
        var set = new ConditionSet();
        set._items.AddRange(items.ToArray());
        return set;
    }

    public IEnumerator<string> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class ConditionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("conditions")]
    public IActionResult Get(string city)
    {
        ConditionSet conditions = ["Open = 1", city.Length == 0 ? "City IS NULL" : "City = @city"];
        var sql = "SELECT Id FROM Shops WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query<int>(sql, new { city }));
    }
}
