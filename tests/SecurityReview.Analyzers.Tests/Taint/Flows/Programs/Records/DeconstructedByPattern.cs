// A record of the request is taken apart by a pattern.
public record Move(string Piece, string Target);

public class MovesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("moves")]
    public IActionResult Make([FromBody] Move move)
    {
        if (move is not { Piece: "king", Target: var target })
            return BadRequest();
        var (piece, _) = move;
        return Ok(connection.Execute("UPDATE Board SET King = '" + target + "' WHERE Id = 1", new { target, piece })); // reported
    }
}
//// good twin
// The member that the pattern compares with a constant goes into the text.
public record Move(string Piece, string Target);

public class MovesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("moves")]
    public IActionResult Make([FromBody] Move move)
    {
        if (move is not { Piece: "king", Target: var target })
            return BadRequest();
        var (piece, _) = move;
        return Ok(connection.Execute("UPDATE Board SET King = @target, Piece = '" + piece + "' WHERE Id = 1", new { target, piece }));
    }
}
