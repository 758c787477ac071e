// A StringWriter collects the statement, the caller's text included.
using System.IO;

namespace Shop.Writers;

public class WriterController(SqliteConnection connection) : ControllerBase
{
    private static void WriteWhere(TextWriter writer, string column, string value)
    {
        writer.Write(" WHERE ");
        writer.Write("{0} = '{1}'", column, value);
    }

    [HttpGet("writer")]
    public IActionResult Get(string name)
    {
        using var writer = new StringWriter();
        using var log = new StringWriter();
        writer.Write("SELECT Id FROM Users");
        WriteWhere(writer, "Name", name);
        log.Write("done");
        return Ok(new { ids = connection.Query<int>(writer.ToString()), log = log.ToString() }); // reported
    }
}
//// good twin
// The method writes the caller's text into the other writer.
using System.IO;

namespace Shop.Writers;

public class WriterController(SqliteConnection connection) : ControllerBase
{
    private static void WriteWhere(TextWriter writer, string column, string value)
    {
        writer.Write(" WHERE ");
        writer.Write("{0} = '{1}'", column, value);
    }

    [HttpGet("writer")]
    public IActionResult Get(string name)
    {
        using var writer = new StringWriter();
        using var log = new StringWriter();
        writer.Write("SELECT Id FROM Users");
        WriteWhere(log, "Name", name);
        log.Write("done");
        return Ok(new { ids = connection.Query<int>(writer.ToString()), log = log.ToString() });
    }
}
