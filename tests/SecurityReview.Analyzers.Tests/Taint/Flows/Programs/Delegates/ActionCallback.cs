// A reader hands each value to a callback, which runs a statement made of it.
namespace Shop.Import;

public class CsvImport
{
    public void Read(string line, Action<int, string> onField)
    {
        var position = 0;
        foreach (var field in line.Split(';'))
        {
            onField(position++, field);
        }
    }
}

public class ImportController(SqliteConnection connection, CsvImport import) : ControllerBase
{
    [HttpPost("import")]
    public IActionResult Post([FromBody] string line)
    {
        import.Read(line, (position, field) =>
            connection.Execute($"INSERT INTO Cells (Position, Value) VALUES ({position}, '{field}')")); // reported
        return Accepted();
    }
}
//// good twin
// The callback puts only the position, a number, into the text.
namespace Shop.Import;

public class CsvImport
{
    public void Read(string line, Action<int, string> onField)
    {
        var position = 0;
        foreach (var field in line.Split(';'))
        {
            onField(position++, field);
        }
    }
}

public class ImportController(SqliteConnection connection, CsvImport import) : ControllerBase
{
    [HttpPost("import")]
    public IActionResult Post([FromBody] string line)
    {
        import.Read(line, (position, field) =>
            connection.Execute($"INSERT INTO Cells (Position, Value) VALUES ({position}, @field)", new { field }));
        return Accepted();
    }
}
