// The first condition decides for the branch in which the second one is true.
public class BidsController(SqliteConnection connection) : ControllerBase
{
    private static readonly int s_stage = 2;

    [HttpGet("bids")]
    public IActionResult Find(string bidder)
    {
        var who = "nobody";
        if (s_stage == 1)
        {
            who = "somebody";
        }
        else if (s_stage == 2)
        {
            who = bidder;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Bids WHERE Bidder = '" + who + "'")); // reported
    }
}
//// good twin
// The first condition decides for another branch.
public class BidsController(SqliteConnection connection) : ControllerBase
{
    private static readonly int s_stage = 1;

    [HttpGet("bids")]
    public IActionResult Find(string bidder)
    {
        var who = "nobody";
        if (s_stage == 1)
        {
            who = "somebody";
        }
        else if (s_stage == 2)
        {
            who = bidder;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Bids WHERE Bidder = '" + who + "'"));
    }
}
