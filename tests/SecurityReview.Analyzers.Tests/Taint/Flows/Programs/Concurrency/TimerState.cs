// A timer hands its state, which holds the caller's text, to its callback.
namespace Shop.Timers;

public sealed class Reminder(SqliteConnection connection) : IDisposable
{
    private Timer? _timer;

    public void Schedule(string note, string channel)
    {
        _timer = new Timer(Fire, new[] { channel, note }, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();

    private void Fire(object? state)
    {
        if (state is string[] texts)
        {
            connection.Execute($"INSERT INTO Reminders (Note) VALUES ('{texts[1]}')"); // reported
        }
    }
}

public class ReminderController(Reminder reminder) : ControllerBase
{
    [HttpPost("reminders")]
    public IActionResult Post([FromForm] string note)
    {
        reminder.Schedule(note, "mail");
        return Accepted();
    }
}
//// good twin
// The callback puts the other element of the state, a constant, into the text.
namespace Shop.Timers;

public sealed class Reminder(SqliteConnection connection) : IDisposable
{
    private Timer? _timer;

    public void Schedule(string note, string channel)
    {
        _timer = new Timer(Fire, new[] { channel, note }, TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer?.Dispose();

    private void Fire(object? state)
    {
        if (state is string[] texts)
        {
            connection.Execute($"INSERT INTO Reminders (Channel, Note) VALUES ('{texts[0]}', @note)", new { note = texts[1] });
        }
    }
}

public class ReminderController(Reminder reminder) : ControllerBase
{
    [HttpPost("reminders")]
    public IActionResult Post([FromForm] string note)
    {
        reminder.Schedule(note, "mail");
        return Accepted();
    }
}
