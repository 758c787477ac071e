// A filter lets only exceptions with a long value pass, and that value goes into the text.
public sealed class LimitException(string value) : Exception("Too long.")
{
    public string Value { get; } = value;
}

public class NotesController(SqliteConnection connection) : ControllerBase
{
    [HttpPut("notes")]
    public IActionResult Put([FromForm] string note)
    {
        try
        {
            if (note.Length > 100)
                throw new LimitException(note);
            return Ok(connection.Execute("INSERT INTO Notes (Text) VALUES (@note)", new { note }));
        }
        catch (LimitException limit) when (limit.Value.Length < 200)
        {
            return Ok(connection.Execute("INSERT INTO LongNotes (Text) VALUES ('" + limit.Value + "')")); // reported
        }
        catch (LimitException)
        {
            return BadRequest();
        }
    }
}
//// good twin
// A filter lets only exceptions with one of two known values pass.
public sealed class LimitException(string value) : Exception("Too long.")
{
    public string Value { get; } = value;
}

public class NotesController(SqliteConnection connection) : ControllerBase
{
    [HttpPut("notes")]
    public IActionResult Put([FromForm] string note)
    {
        try
        {
            if (note.Length > 100)
                throw new LimitException(note);
            return Ok(connection.Execute("INSERT INTO Notes (Text) VALUES (@note)", new { note }));
        }
        catch (LimitException limit) when (limit.Value is "none" or "empty")
        {
            return Ok(connection.Execute("INSERT INTO LongNotes (Text) VALUES ('" + limit.Value + "')"));
        }
        catch (LimitException)
        {
            return BadRequest();
        }
    }
}
