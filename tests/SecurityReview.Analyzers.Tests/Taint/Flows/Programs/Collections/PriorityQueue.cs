// A queue with priorities hands out what several requests put in.
public class Tickets
{
    private readonly PriorityQueue<(string Subject, string Team), int> _open = new();

    public void Add(string subject, int priority) => _open.Enqueue((subject, priority > 3 ? "urgent" : "normal"), priority);

    public (string Subject, string Team) Take() => _open.Dequeue();
}

public class TicketsController(Tickets tickets, SqliteConnection connection) : ControllerBase
{
    [HttpPost("tickets")]
    public IActionResult Add(string subject, int priority)
    {
        tickets.Add(subject, priority);
        tickets.Add("Check the queue", 1);
        var next = tickets.Take();
        return Ok(connection.Execute($"INSERT INTO Work (Text) VALUES ('{next.Subject}')", new { next.Team })); // reported
    }
}
//// good twin
// The part of the elements that is one of two constants goes into the text.
public class Tickets
{
    private readonly PriorityQueue<(string Subject, string Team), int> _open = new();

    public void Add(string subject, int priority) => _open.Enqueue((subject, priority > 3 ? "urgent" : "normal"), priority);

    public (string Subject, string Team) Take() => _open.Dequeue();
}

public class TicketsController(Tickets tickets, SqliteConnection connection) : ControllerBase
{
    [HttpPost("tickets")]
    public IActionResult Add(string subject, int priority)
    {
        tickets.Add(subject, priority);
        tickets.Add("Check the queue", 1);
        var next = tickets.Take();
        return Ok(connection.Execute($"INSERT INTO Work (Text) VALUES ('{next.Team}')", new { next.Subject }));
    }
}
