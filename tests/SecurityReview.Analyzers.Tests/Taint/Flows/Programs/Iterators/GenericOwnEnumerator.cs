// A generic collection of the program implements the interfaces of an enumerable by hand.
using System.Collections;

namespace Shop.Rings;

public sealed class Ring<T>(params T[] items) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator() => new Walker(items);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Walker(T[] items) : IEnumerator<T>
    {
        private int _index = -1;

        public T Current => items[_index];

        object? IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < items.Length;

        public void Reset() => _index = -1;

        public void Dispose()
        {
        }
    }
}

public class RingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rings")]
    public IActionResult Get(string first, string second)
    {
        var given = new Ring<string>(first, second);
        var known = new Ring<string>("Name", "Owner");
        var columns = Joined(given);
        return Ok(connection.Query<int>("SELECT Id FROM Items ORDER BY " + columns, new { tags = given.Count() + known.Count() })); // reported
    }

    private static string Joined(IEnumerable<string> parts)
    {
        var text = "Id";
        foreach (var part in parts)
            text += ", " + part;
        return text;
    }
}
//// good twin
// The collection that is walked holds constants; the other one holds the text.
using System.Collections;

namespace Shop.Rings;

public sealed class Ring<T>(params T[] items) : IEnumerable<T>
{
    public IEnumerator<T> GetEnumerator() => new Walker(items);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Walker(T[] items) : IEnumerator<T>
    {
        private int _index = -1;

        public T Current => items[_index];

        object? IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < items.Length;

        public void Reset() => _index = -1;

        public void Dispose()
        {
        }
    }
}

public class RingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("rings")]
    public IActionResult Get(string first, string second)
    {
        var given = new Ring<string>(first, second);
        var known = new Ring<string>("Name", "Owner");
        var columns = Joined(known);
        return Ok(connection.Query<int>("SELECT Id FROM Items ORDER BY " + columns, new { tags = given.Count() + known.Count() }));
    }

    private static string Joined(IEnumerable<string> parts)
    {
        var text = "Id";
        foreach (var part in parts)
            text += ", " + part;
        return text;
    }
}
