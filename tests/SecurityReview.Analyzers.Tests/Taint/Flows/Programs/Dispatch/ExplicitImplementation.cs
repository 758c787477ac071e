// The explicit implementation of an interface differs from the public method of the same name.
public interface IColumn
{
    string Name(string asked);
}

public sealed class Column : IColumn
{
    public string Name(string asked) => asked == "price" ? "Price" : "Title";

    string IColumn.Name(string asked) => asked;
}

public class BooksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("books")]
    public IActionResult List(string sort)
    {
        var column = new Column();
        return Ok(connection.Query("SELECT * FROM Books ORDER BY " + ((IColumn)column).Name(sort))); // reported
    }
}
//// good twin
// The public method is called, which answers with constants.
public interface IColumn
{
    string Name(string asked);
}

public sealed class Column : IColumn
{
    public string Name(string asked) => asked == "price" ? "Price" : "Title";

    string IColumn.Name(string asked) => asked;
}

public class BooksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("books")]
    public IActionResult List(string sort)
    {
        var column = new Column();
        return Ok(connection.Query("SELECT * FROM Books ORDER BY " + column.Name(sort)));
    }
}
