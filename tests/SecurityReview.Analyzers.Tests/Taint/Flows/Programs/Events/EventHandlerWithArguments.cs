// The arguments of an EventHandler<T> carry the text in one of two properties.
namespace Shop.Imports;

public class RowReadEventArgs(string table, string value) : EventArgs
{
    public string Table { get; } = table;

    public string Value { get; } = value;
}

public class RowReader
{
    public event EventHandler<RowReadEventArgs>? RowRead;

    public void Feed(string value) => OnRowRead(new RowReadEventArgs("Rows", value));

    protected virtual void OnRowRead(RowReadEventArgs e) => RowRead?.Invoke(this, e);
}

public class RowsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("rows")]
    public IActionResult Post([FromBody] string value)
    {
        var reader = new RowReader();
        reader.RowRead += (_, e) => connection.Execute($"INSERT INTO Rows VALUES ('{e.Value}')"); // reported
        reader.Feed(value);
        return Ok();
    }
}
//// good twin
// The handler uses the other property of the arguments, which is a constant, in the text.
namespace Shop.Imports;

public class RowReadEventArgs(string table, string value) : EventArgs
{
    public string Table { get; } = table;

    public string Value { get; } = value;
}

public class RowReader
{
    public event EventHandler<RowReadEventArgs>? RowRead;

    public void Feed(string value) => OnRowRead(new RowReadEventArgs("Rows", value));

    protected virtual void OnRowRead(RowReadEventArgs e) => RowRead?.Invoke(this, e);
}

public class RowsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("rows")]
    public IActionResult Post([FromBody] string value)
    {
        var reader = new RowReader();
        reader.RowRead += (_, e) => connection.Execute($"INSERT INTO {e.Table} VALUES (@Value)", new { e.Value });
        reader.Feed(value);
        return Ok();
    }
}
