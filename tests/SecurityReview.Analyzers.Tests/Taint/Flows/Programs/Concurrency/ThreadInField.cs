// A thread is made in the constructor of a queue, and started later with the caller's text.
namespace Shop.Queues;

public sealed class CleanUp
{
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;

    public CleanUp(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(state => Remove((string)state!)) { IsBackground = true };
    }

    public void Begin(string folder) => _thread.Start(folder);

    private void Remove(string folder)
    {
        var sql = "DELETE FROM Files WHERE Folder = '" + folder + "'";
        _connection.Execute(sql); // reported
    }
}

public class QueuesController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("queues")]
    public IActionResult Delete(string folder)
    {
        new CleanUp(connection).Begin(folder);
        return Accepted();
    }
}
//// good twin
// The thread that is made in the constructor is started with a constant.
namespace Shop.Queues;

public sealed class CleanUp
{
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;

    public CleanUp(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(state => Remove((string)state!)) { IsBackground = true };
    }

    public void Begin(string folder) => _thread.Start(folder);

    private void Remove(string folder)
    {
        var sql = "DELETE FROM Files WHERE Folder = '" + folder + "'";
        _connection.Execute(sql);
    }
}

public class QueuesController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("queues")]
    public IActionResult Delete(string folder)
    {
        new CleanUp(connection).Begin(folder.Length == 0 ? "all" : "some");
        return Accepted();
    }
}
