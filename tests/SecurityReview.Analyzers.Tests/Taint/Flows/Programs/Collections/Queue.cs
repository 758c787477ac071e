// A queue hands what the caller sends from one method to another.
public class PrintController(SqliteConnection connection) : ControllerBase
{
    private readonly Queue<string> _printers = new();
    private readonly Queue<string> _titles = new();

    [HttpPost("print")]
    public IActionResult Print(string title)
    {
        _printers.Enqueue("Front office");
        _titles.Enqueue(title);
        return Ok(Next());
    }

    private int Next()
    {
        var printer = _printers.Dequeue();
        var title = _titles.Dequeue();
        return connection.Execute("INSERT INTO Prints (Title) VALUES ('" + title + "')") + printer.Length; // reported
    }
}
//// good twin
// What the other queue hands over goes into the text.
public class PrintController(SqliteConnection connection) : ControllerBase
{
    private readonly Queue<string> _printers = new();
    private readonly Queue<string> _titles = new();

    [HttpPost("print")]
    public IActionResult Print(string title)
    {
        _printers.Enqueue("Front office");
        _titles.Enqueue(title);
        return Ok(Next());
    }

    private int Next()
    {
        var printer = _printers.Dequeue();
        var title = _titles.Dequeue();
        return connection.Execute("INSERT INTO Prints (Title) VALUES ('" + printer + "')") + title.Length;
    }
}
