// A method returns a tuple that is taken apart into locals.
public class OffersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("offers/parsed")]
    public IActionResult Find(string text)
    {
        var (kind, value) = Parse(text);
        return Ok(connection.Query($"SELECT * FROM Offers WHERE {kind} = '{value}'", new { value })); // reported
    }

    private static (string Kind, string Value) Parse(string text)
    {
        if (text.StartsWith("id:"))
            return ("Id", text.Substring(3));
        return ("Name", text);
    }
}
//// good twin
// The part of the tuple that is one of two constants goes into the text, the other one is bound.
public class OffersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("offers/parsed")]
    public IActionResult Find(string text)
    {
        var (kind, value) = Parse(text);
        return Ok(connection.Query($"SELECT * FROM Offers WHERE {kind} = @value", new { value }));
    }

    private static (string Kind, string Value) Parse(string text)
    {
        if (text.StartsWith("id:"))
            return ("Id", text.Substring(3));
        return ("Name", text);
    }
}
