// A switch expression on a tuple gives the text back in the arm of one combination.
namespace Shop.Combined;

public class CombinedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("combined")]
    public IActionResult Get(string first, string second, bool exact)
    {
        var clause = (exact, first) switch
        {
            (true, { Length: > 0 } name) => $"Name = '{name}'",
            (false, { Length: > 0 }) => "Name IS NOT NULL",
            _ => second is "a" or "b" ? "Kind = '" + second + "'" : "1 = 0",
        };
        using var command = new SqliteCommand("SELECT Id FROM Things WHERE " + clause, connection); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// In the arm that captures the text it is replaced by a placeholder; the last arm uses it only as one of two constants.
namespace Shop.Combined;

public class CombinedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("combined")]
    public IActionResult Get(string first, string second, bool exact)
    {
        var clause = (exact, first) switch
        {
            (true, { Length: > 0 } name) => name.Length > 50 ? "1 = 0" : "Name = @name",
            (false, { Length: > 0 }) => "Name IS NOT NULL",
            _ => second is "a" or "b" ? "Kind = '" + second + "'" : "1 = 0",
        };
        using var command = new SqliteCommand("SELECT Id FROM Things WHERE " + clause, connection);
        command.Parameters.AddWithValue("@name", first);
        return Ok(command.ExecuteScalar());
    }
}
