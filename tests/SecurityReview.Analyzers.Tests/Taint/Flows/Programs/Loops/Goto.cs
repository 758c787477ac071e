// A jump backwards brings what was taken in the first round to the text in the second.
public class QueueController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("queue/next")]
    public int Next(string priority)
    {
        var next = "normal";
        var used = "high";
        var round = 0;
    again:
        used = next;
        next = priority;
        round++;
        if (round < 2)
            goto again;
        return connection.QueryFirst<int>("SELECT Id FROM Jobs WHERE Priority = '" + used + "'"); // reported
    }
}
//// good twin
// A jump backwards repeats a round in which what the caller sends is overwritten.
public class QueueController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("queue/next")]
    public int Next(string priority)
    {
        var next = "normal";
        var used = "high";
        var round = 0;
    again:
        used = next;
        next = priority;
        next = "low";
        round++;
        if (round < 2)
            goto again;
        return connection.QueryFirst<int>("SELECT Id FROM Jobs WHERE Priority = '" + used + "'");
    }
}
