// A pointer to a buffer on the stack is made a text.
namespace Shop.Stack;

public class StackController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("stack")]
    public unsafe IActionResult Get(string code)
    {
        var buffer = stackalloc char[16];
        var length = Math.Min(code.Length, 16);
        for (var i = 0; i < length; i++)
        {
            *(buffer + i) = code[i];
        }

        var text = new string(buffer, 0, length);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Codes WHERE Code = '" + text + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The buffer receives constants, as many as the caller's text has characters.
namespace Shop.Stack;

public class StackController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("stack")]
    public unsafe IActionResult Get(string code)
    {
        var buffer = stackalloc char[16];
        var length = Math.Min(code.Length, 16);
        for (var i = 0; i < length; i++)
        {
            *(buffer + i) = code[i] == '0' ? '0' : '1';
        }

        var text = new string(buffer, 0, length);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Codes WHERE Code = '" + text + "'";
        return Ok(command.ExecuteScalar());
    }
}
