// What the caller sends is inserted before the constant and read as the first element.
public class RanksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ranks")]
    public IActionResult Find(string rank)
    {
        var ranks = new List<string> { "first" };
        ranks.Insert(0, rank);
        var top = ranks[0];
        return Ok(connection.Query<int>("SELECT Id FROM Ranks WHERE Name = '" + top + "'")); // reported
    }
}
//// good twin
// What the caller sends is inserted after the constant.
public class RanksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("ranks")]
    public IActionResult Find(string rank)
    {
        var ranks = new List<string> { "first" };
        ranks.Insert(1, rank);
        var top = ranks[0];
        return Ok(connection.Query<int>("SELECT Id FROM Ranks WHERE Name = '" + top + "'"));
    }
}
