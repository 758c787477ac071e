// The indexer of a builder gives the caller's characters back one by one.
using System.Text;

namespace Shop.Chunked;

public class ChunkedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("chunked")]
    public IActionResult Get(string word)
    {
        var source = new StringBuilder(word);
        var target = new StringBuilder("SELECT Id FROM Words WHERE Word = '");
        for (var i = source.Length - 1; i >= 0; i--)
        {
            target.Append(source[i]);
        }

        target.Append('\'');
        return Ok(connection.Query<int>(target.ToString())); // reported
    }
}
//// good twin
// For each character of the first builder a constant is appended to the second.
using System.Text;

namespace Shop.Chunked;

public class ChunkedController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("chunked")]
    public IActionResult Get(string word)
    {
        var source = new StringBuilder(word);
        var target = new StringBuilder("SELECT Id FROM Words WHERE Word = '");
        for (var i = source.Length - 1; i >= 0; i--)
        {
            target.Append(source[i] == 'a' ? 'a' : 'b');
        }

        target.Append('\'');
        return Ok(connection.Query<int>(target.ToString()));
    }
}
