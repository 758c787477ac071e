// A background worker hands its argument to its handler.
using System.ComponentModel;

namespace Shop.Workers;

public class WorkersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("workers")]
    public IActionResult Post([FromForm] string name)
    {
        using var worker = new BackgroundWorker();
        worker.DoWork += Rename;
        worker.RunWorkerAsync(name);
        return Accepted();
    }

    private void Rename(object? sender, DoWorkEventArgs work)
    {
        var name = work.Argument;
        connection.Execute("UPDATE Settings SET Name = '" + name + "'"); // reported
    }
}
//// good twin
// The background worker gets the length of the text as its argument.
using System.ComponentModel;

namespace Shop.Workers;

public class WorkersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("workers")]
    public IActionResult Post([FromForm] string name)
    {
        using var worker = new BackgroundWorker();
        worker.DoWork += Rename;
        worker.RunWorkerAsync(name.Length);
        return Accepted();
    }

    private void Rename(object? sender, DoWorkEventArgs work)
    {
        var name = work.Argument;
        connection.Execute("UPDATE Settings SET Name = '" + name + "'");
    }
}
