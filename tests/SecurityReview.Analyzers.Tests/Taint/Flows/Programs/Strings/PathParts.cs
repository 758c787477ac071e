// Parts of a path: directory, file name and extension are the caller's.
using System.IO;

namespace Shop.Files;

public class PathPartsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("path-parts")]
    public IActionResult Get(string path)
    {
        var name = Path.GetFileNameWithoutExtension(Path.Combine("/data", path));
        var kind = Path.GetExtension(path) is ".csv" or ".txt" ? "text" : "binary";
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id FROM Files WHERE Kind = '{kind}' AND Name = '{name}'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The extension of the path chooses between constants; its name is bound.
using System.IO;

namespace Shop.Files;

public class PathPartsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("path-parts")]
    public IActionResult Get(string path)
    {
        var name = Path.GetFileNameWithoutExtension(Path.Combine("/data", path));
        var kind = Path.GetExtension(path) is ".csv" or ".txt" ? "text" : "binary";
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id FROM Files WHERE Kind = '{kind}' AND Name = $name";
        command.Parameters.AddWithValue("$name", name);
        return Ok(command.ExecuteScalar());
    }
}
