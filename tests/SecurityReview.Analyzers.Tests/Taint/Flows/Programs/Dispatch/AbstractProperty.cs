// A base class composes with an abstract property that a derived class reads from its constructor.
public abstract class View
{
    protected abstract string Source { get; }

    public string Sql() => "SELECT * FROM " + Source;
}

public sealed class NamedView(string name) : View
{
    protected override string Source => name;
}

public sealed class TodayView(string caption) : View
{
    public string Caption => caption;

    protected override string Source => "Today";
}

public class ViewController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("view/{name}")]
    public IActionResult Show(string name)
    {
        View view = new NamedView(name);
        return Ok(connection.Query(view.Sql())); // reported
    }
}
//// good twin
// The property of the object that is made here is a constant.
public abstract class View
{
    protected abstract string Source { get; }

    public string Sql() => "SELECT * FROM " + Source;
}

public sealed class NamedView(string name) : View
{
    protected override string Source => name;
}

public sealed class TodayView(string caption) : View
{
    public string Caption => caption;

    protected override string Source => "Today";
}

public class ViewController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("view/{name}")]
    public IActionResult Show(string name)
    {
        View view = new TodayView(name);
        return Ok(connection.Query(view.Sql()));
    }
}
