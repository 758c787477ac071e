// A collection initialiser calls the Add method of the program, an index initialiser its indexer.
using System.Collections;

namespace Shop.Adders;

public class ValueList : IEnumerable<string>
{
    private readonly List<string> _values = [];

    public void Add(string column, string value) => _values.Add(column + " = '" + value + "'");

    public void Add(string column, int value) => _values.Add(column + " = " + value);

    public IEnumerator<string> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class AddersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("adders")]
    public IActionResult Post([FromForm] string name, [FromForm] int age)
    {
        var values = new ValueList { { "Age", age }, { "Name", name } };
        var sql = "UPDATE Users SET " + string.Join(", ", values);
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// The initialiser calls the Add method for numbers.
using System.Collections;

namespace Shop.Adders;

public class ValueList : IEnumerable<string>
{
    private readonly List<string> _values = [];

    public void Add(string column, string value) => _values.Add(column + " = '" + value + "'");

    public void Add(string column, int value) => _values.Add(column + " = " + value);

    public IEnumerator<string> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public class AddersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("adders")]
    public IActionResult Post([FromForm] string name, [FromForm] int age)
    {
        var values = new ValueList { { "Age", age }, { "Length", name.Length } };
        var sql = "UPDATE Users SET " + string.Join(", ", values);
        return Ok(connection.Execute(sql));
    }
}
