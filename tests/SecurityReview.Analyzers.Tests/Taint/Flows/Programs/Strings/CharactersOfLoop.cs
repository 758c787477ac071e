// The characters are copied one by one, all of them.
namespace Shop.Copying;

public class CopyingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("copying")]
    public IActionResult Get(string nick)
    {
        var copy = new char[nick.Length];
        for (var i = 0; i < nick.Length; i++)
        {
            copy[i] = char.IsUpper(nick[i]) ? char.ToLowerInvariant(nick[i]) : nick[i];
        }

        var sql = "SELECT Id FROM Players WHERE Nick = '" + new string(copy, 0, copy.Length) + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The loop writes one of two constant characters for each character of the text.
namespace Shop.Copying;

public class CopyingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("copying")]
    public IActionResult Get(string nick)
    {
        var copy = new char[nick.Length];
        for (var i = 0; i < nick.Length; i++)
        {
            copy[i] = char.IsUpper(nick[i]) ? 'u' : 'l';
        }

        var sql = "SELECT Id FROM Players WHERE Nick = '" + new string(copy, 0, copy.Length) + "'";
        return Ok(connection.Query<int>(sql));
    }
}
