// The characters are reversed in an array and become a text again.
namespace Shop.Reversing;

public class ReversingController(SqliteConnection connection) : ControllerBase
{
    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }

    [HttpGet("reversing")]
    public IActionResult Get(string domain)
    {
        var sql = "SELECT Id FROM Domains WHERE Reversed LIKE '" + Reverse(domain) + "%'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The array is filled with a constant before it becomes a text.
namespace Shop.Reversing;

public class ReversingController(SqliteConnection connection) : ControllerBase
{
    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Fill(characters, '_');
        return new string(characters);
    }

    [HttpGet("reversing")]
    public IActionResult Get(string domain)
    {
        var sql = "SELECT Id FROM Domains WHERE Reversed LIKE '" + Reverse(domain) + "%'";
        return Ok(connection.Query<int>(sql));
    }
}
