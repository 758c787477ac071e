// A while loop reads the lines of the body until one fits, and that one goes into the text.
using System.IO;

public class ImportController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("import")]
    public async Task<IActionResult> Import()
    {
        using var reader = new StreamReader(Request.Body);
        var table = "Imports";
        var count = 0;
        string? line;
        while ((line = await reader.ReadLineAsync()) != null)
        {
            if (line.StartsWith("table:"))
                table = line.Substring(6);
            count++;
        }

        await connection.ExecuteAsync("INSERT INTO " + table + " (Lines) VALUES (@count)", new { count }); // reported
        return Ok();
    }
}
//// good twin
// A while loop reads the same lines and takes only their number.
using System.IO;

public class ImportController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("import")]
    public async Task<IActionResult> Import()
    {
        using var reader = new StreamReader(Request.Body);
        var table = "Imports";
        var count = 0;
        string? line;
        while ((line = await reader.ReadLineAsync()) != null)
        {
            if (line.StartsWith("table:"))
                table = "LargeImports";
            count++;
        }

        await connection.ExecuteAsync("INSERT INTO " + table + " (Lines) VALUES (@count)", new { count });
        return Ok();
    }
}
