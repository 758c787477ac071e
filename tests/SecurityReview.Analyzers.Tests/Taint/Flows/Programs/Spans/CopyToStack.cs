// The characters are copied into a buffer on the stack and made a string.
namespace Shop.Buffers;

public class BuffersController(SqliteConnection connection) : ControllerBase
{
    private static string Masked(string text)
    {
        Span<char> buffer = stackalloc char[64];
        var source = text.AsSpan(0, Math.Min(text.Length, buffer.Length));
        source.CopyTo(buffer);
        return new string(buffer[..source.Length]);
    }

    [HttpGet("buffers")]
    public IActionResult Get(string card)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Owner FROM Cards WHERE Number = '" + Masked(card) + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The buffer is filled with stars after the characters were copied.
namespace Shop.Buffers;

public class BuffersController(SqliteConnection connection) : ControllerBase
{
    private static string Masked(string text)
    {
        Span<char> buffer = stackalloc char[64];
        var source = text.AsSpan(0, Math.Min(text.Length, buffer.Length));
        source.CopyTo(buffer);
        buffer.Fill('*');
        return new string(buffer[..source.Length]);
    }

    [HttpGet("buffers")]
    public IActionResult Get(string card)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Owner FROM Cards WHERE Number = '" + Masked(card) + "'";
        return Ok(command.ExecuteScalar());
    }
}
