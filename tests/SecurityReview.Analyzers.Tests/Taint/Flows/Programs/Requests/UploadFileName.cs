// The name of an uploaded file is chosen by the caller.
using System.IO;
using Microsoft.AspNetCore.Http;

namespace Shop.Uploads;

public class UploadsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("uploads")]
    public IActionResult Post(List<IFormFile> files)
    {
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            connection.Execute($"INSERT INTO Uploads (Size, Name) VALUES ({file.Length}, '{name}')"); // reported
        }

        return Ok();
    }
}
//// good twin
// The name is bound; only the length of the file is put into the text.
using System.IO;
using Microsoft.AspNetCore.Http;

namespace Shop.Uploads;

public class UploadsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("uploads")]
    public IActionResult Post(List<IFormFile> files)
    {
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            connection.Execute($"INSERT INTO Uploads (Size, Name) VALUES ({file.Length}, @name)", new { name });
        }

        return Ok();
    }
}
