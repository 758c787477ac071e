// A parameter of the primary constructor is assigned in a method.
public sealed class Cursor(string column)
{
    private int _moves;

    public void MoveTo(string other)
    {
        column = other;
        _moves++;
    }

    public string Order => column + " LIMIT " + _moves;
}

public class CursorController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cursor")]
    public IActionResult Read(string column)
    {
        var cursor = new Cursor("Id");
        cursor.MoveTo(column);
        return Ok(connection.Query("SELECT * FROM Points ORDER BY " + cursor.Order)); // reported
    }
}
//// good twin
// A constant is assigned to it after it was given what the caller sends.
public sealed class Cursor(string column)
{
    private int _moves;

    public void MoveTo(string other)
    {
        column = other;
        _moves++;
    }

    public string Order => column + " LIMIT " + _moves;
}

public class CursorController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cursor")]
    public IActionResult Read(string column)
    {
        var cursor = new Cursor(column);
        cursor.MoveTo("Id");
        return Ok(connection.Query("SELECT * FROM Points ORDER BY " + cursor.Order));
    }
}
