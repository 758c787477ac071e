// The caller's text is read line by line from a StringReader.
using System.IO;

namespace Shop.TextReaders;

public class TextReaderController(SqliteConnection connection) : ControllerBase
{
    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    [HttpPost("text-reader")]
    public IActionResult Post([FromBody] string text)
    {
        using var reader = new StringReader(text);
        using var defaults = new StringReader("a\nb");
        foreach (var line in Lines(reader))
        {
            connection.Execute("INSERT INTO Lines (Text) VALUES ('" + line + "')"); // reported
        }

        return Ok(defaults.ReadToEnd());
    }
}
//// good twin
// The lines that are inserted come from a reader over a constant.
using System.IO;

namespace Shop.TextReaders;

public class TextReaderController(SqliteConnection connection) : ControllerBase
{
    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    [HttpPost("text-reader")]
    public IActionResult Post([FromBody] string text)
    {
        using var reader = new StringReader(text);
        using var defaults = new StringReader("a\nb");
        foreach (var line in Lines(defaults))
        {
            connection.Execute("INSERT INTO Lines (Text) VALUES ('" + line + "')");
        }

        return Ok(reader.ReadToEnd());
    }
}
