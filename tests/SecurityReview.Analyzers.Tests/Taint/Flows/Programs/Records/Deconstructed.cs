// A record with two members is taken apart into locals.
public record Move(string Piece, string Target);

public class BoardController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("board")]
    public IActionResult Place(string target)
    {
        var (piece, place) = new Move("king", target);
        return Ok(connection.Execute("UPDATE Board SET Place = '" + place + "' WHERE Id = 1", new { place, piece })); // reported
    }
}
//// good twin
// The member that is a constant goes into the text, the other one is bound.
public record Move(string Piece, string Target);

public class BoardController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("board")]
    public IActionResult Place(string target)
    {
        var (piece, place) = new Move("king", target);
        return Ok(connection.Execute("UPDATE Board SET Place = @place, Piece = '" + piece + "' WHERE Id = 1", new { place, piece }));
    }
}
