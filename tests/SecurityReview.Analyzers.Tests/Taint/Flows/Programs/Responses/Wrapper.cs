// A method of the base class sends its argument on unchanged; the detail is composed where it is called.
using Microsoft.Extensions.Logging;

namespace Shop.Wrappers;

public abstract class ApiController : ControllerBase
{
    protected IActionResult Failure(string detail) => StatusCode(500, detail);
}

public class WrappersController(SqliteConnection connection, ILogger<WrappersController> logger) : ApiController
{
    [HttpDelete("wrappers/{id:int}")]
    public IActionResult Delete(int id)
    {
        try
        {
            return Ok(connection.Execute("DELETE FROM Wrappers WHERE Id = @id", new { id }));
        }
        catch (DbException ex)
        {
            logger.LogError("Deleting failed: {Detail}", ex.ToString());
            return Failure("Deleting failed: " + ex.ToString()); // reported
        }
    }
}
//// good twin
// The detail is logged; what is sent is a constant.
using Microsoft.Extensions.Logging;

namespace Shop.Wrappers;

public abstract class ApiController : ControllerBase
{
    protected IActionResult Failure(string detail) => StatusCode(500, detail);
}

public class WrappersController(SqliteConnection connection, ILogger<WrappersController> logger) : ApiController
{
    [HttpDelete("wrappers/{id:int}")]
    public IActionResult Delete(int id)
    {
        try
        {
            return Ok(connection.Execute("DELETE FROM Wrappers WHERE Id = @id", new { id }));
        }
        catch (DbException ex)
        {
            logger.LogError("Deleting failed: {Detail}", ex.ToString());
            return Failure("Deleting failed.");
        }
    }
}
