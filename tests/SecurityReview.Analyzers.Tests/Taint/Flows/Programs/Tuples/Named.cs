// A named tuple holds two values, of which the one that the caller sends goes into the text.
public class OffersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("offers")]
    public IActionResult Find(string season)
    {
        (string Season, string Region) key = (season, "north");
        return Ok(connection.Query($"SELECT * FROM Offers WHERE Name = '{key.Season}'")); // reported
    }
}
//// good twin
// The other member of the tuple goes into the text.
public class OffersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("offers")]
    public IActionResult Find(string season)
    {
        (string Season, string Region) key = (season, "north");
        return Ok(connection.Query($"SELECT * FROM Offers WHERE Name = '{key.Region}'"));
    }
}
