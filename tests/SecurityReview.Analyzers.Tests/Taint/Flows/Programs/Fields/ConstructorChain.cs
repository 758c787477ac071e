// A constructor hands its parameter to another constructor, which sets the fields.
public sealed class Page
{
    private readonly string _order;
    private readonly string _title;

    public Page(string order)
        : this(order, "Page")
    {
    }

    public Page(string title, int number)
        : this("Id", title + number)
    {
    }

    private Page(string order, string title)
    {
        _order = order;
        _title = title;
    }

    public string Sql => "SELECT * FROM Pages ORDER BY " + _order;

    public override string ToString() => _title;
}

public class PagesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("pages")]
    public IActionResult List(string text)
    {
        var page = new Page(text);
        return Ok(new { title = page.ToString(), rows = connection.Query(page.Sql) }); // reported
    }
}
//// good twin
// The other constructor hands its parameter on as the title.
public sealed class Page
{
    private readonly string _order;
    private readonly string _title;

    public Page(string order)
        : this(order, "Page")
    {
    }

    public Page(string title, int number)
        : this("Id", title + number)
    {
    }

    private Page(string order, string title)
    {
        _order = order;
        _title = title;
    }

    public string Sql => "SELECT * FROM Pages ORDER BY " + _order;

    public override string ToString() => _title;
}

public class PagesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("pages")]
    public IActionResult List(string text)
    {
        var page = new Page(text, 1);
        return Ok(new { title = page.ToString(), rows = connection.Query(page.Sql) });
    }
}
