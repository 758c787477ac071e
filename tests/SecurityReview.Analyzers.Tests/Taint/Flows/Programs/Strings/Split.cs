// One piece of the split text is the value.
namespace Shop.Pieces;

public class PiecesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("pieces")]
    public IActionResult Get(string pair)
    {
        var pieces = pair.Split(['=', ':'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length != 2)
        {
            return BadRequest();
        }

        var sql = "SELECT Id FROM Pairs WHERE Value = '" + pieces[1] + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The piece is replaced by a constant before the text is composed.
namespace Shop.Pieces;

public class PiecesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("pieces")]
    public IActionResult Get(string pair)
    {
        var pieces = pair.Split(['=', ':'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length != 2)
        {
            return BadRequest();
        }

        pieces[1] = pieces[0] == "size" ? "large" : "red";
        var sql = "SELECT Id FROM Pairs WHERE Value = '" + pieces[1] + "'";
        return Ok(connection.Query<int>(sql));
    }
}
