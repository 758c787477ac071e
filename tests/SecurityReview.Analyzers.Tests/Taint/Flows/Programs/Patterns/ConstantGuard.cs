// A relational and logical pattern on the length lets any short text through.
namespace Shop.Directions;

public class DirectionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("directions")]
    public IActionResult Get(string direction)
    {
        if (direction is not { Length: > 2 and < 40 })
        {
            return BadRequest();
        }

        var sql = "SELECT Id FROM Trips ORDER BY Start " + direction;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// A logical pattern of constants lets only these through.
namespace Shop.Directions;

public class DirectionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("directions")]
    public IActionResult Get(string direction)
    {
        if (direction is not ("ASC" or "DESC"))
        {
            return BadRequest();
        }

        var sql = "SELECT Id FROM Trips ORDER BY Start " + direction;
        return Ok(connection.Query<int>(sql));
    }
}
