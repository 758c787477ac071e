// An async lambda composes and runs the statement inside a retry helper.
namespace Shop.Retries;

public static class Retry
{
    public static async Task<T> OnceAsync<T>(Func<Task<T>> attempt)
    {
        try
        {
            return await attempt();
        }
        catch (TimeoutException)
        {
            return await attempt();
        }
    }
}

public class RetriesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("retries")]
    public async Task<IActionResult> Get(string id)
    {
        var found = await Retry.OnceAsync(async () =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT Name FROM Jobs WHERE Id = '" + id + "'"; // reported
            return await command.ExecuteScalarAsync();
        });
        return Ok(found);
    }
}
//// good twin
// The async lambda captures the text and binds it.
namespace Shop.Retries;

public static class Retry
{
    public static async Task<T> OnceAsync<T>(Func<Task<T>> attempt)
    {
        try
        {
            return await attempt();
        }
        catch (TimeoutException)
        {
            return await attempt();
        }
    }
}

public class RetriesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("retries")]
    public async Task<IActionResult> Get(string id)
    {
        var found = await Retry.OnceAsync(async () =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT Name FROM Jobs WHERE Id = @id";
            command.Parameters.AddWithValue("@id", id);
            return await command.ExecuteScalarAsync();
        });
        return Ok(found);
    }
}
