// An own generic container holds what the caller sends.
public sealed class Box<T>(T content)
{
    public T Content { get; private set; } = content;

    public T Exchange(T other)
    {
        var old = Content;
        Content = other;
        return old;
    }
}

public class BoxesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("boxes")]
    public IActionResult Find(string label)
    {
        var box = new Box<string>("plain");
        var old = box.Exchange(label);
        return Ok(new { old, rows = connection.Query<int>("SELECT Id FROM Boxes WHERE Label = '" + box.Content + "'") }); // reported
    }
}
//// good twin
// The container returns what it held before, which is a constant.
public sealed class Box<T>(T content)
{
    public T Content { get; private set; } = content;

    public T Exchange(T other)
    {
        var old = Content;
        Content = other;
        return old;
    }
}

public class BoxesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("boxes")]
    public IActionResult Find(string label)
    {
        var box = new Box<string>("plain");
        var old = box.Exchange(label);
        return Ok(new { box.Content, rows = connection.Query<int>("SELECT Id FROM Boxes WHERE Label = '" + old + "'") });
    }
}
