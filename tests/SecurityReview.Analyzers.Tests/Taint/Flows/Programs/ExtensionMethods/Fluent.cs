// Extension methods pass a query object on from one to the next.
public sealed class Selection
{
    public string From { get; set; } = "Events";

    public string? Order { get; set; }

    public int Limit { get; set; } = 10;
}

public static class SelectionExtensions
{
    public static Selection OrderedBy(this Selection selection, string column)
    {
        selection.Order = column;
        return selection;
    }

    public static Selection Take(this Selection selection, int limit)
    {
        selection.Limit = limit;
        return selection;
    }

    public static string ToSql(this Selection selection) => $"SELECT * FROM {selection.From} ORDER BY {selection.Order} LIMIT {selection.Limit}";
}

public class EventsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("events")]
    public IActionResult List(string order, int limit)
    {
        var selection = new Selection().OrderedBy(order).Take(limit);
        return Ok(connection.Query(selection.ToSql())); // reported
    }
}
//// good twin
// The column is one of two constants.
public sealed class Selection
{
    public string From { get; set; } = "Events";

    public string? Order { get; set; }

    public int Limit { get; set; } = 10;
}

public static class SelectionExtensions
{
    public static Selection OrderedBy(this Selection selection, string column)
    {
        selection.Order = column;
        return selection;
    }

    public static Selection Take(this Selection selection, int limit)
    {
        selection.Limit = limit;
        return selection;
    }

    public static string ToSql(this Selection selection) => $"SELECT * FROM {selection.From} ORDER BY {selection.Order} LIMIT {selection.Limit}";
}

public class EventsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("events")]
    public IActionResult List(string order, int limit)
    {
        var selection = new Selection().OrderedBy(order == "end" ? "Finish" : "Start").Take(limit);
        return Ok(connection.Query(selection.ToSql()));
    }
}
