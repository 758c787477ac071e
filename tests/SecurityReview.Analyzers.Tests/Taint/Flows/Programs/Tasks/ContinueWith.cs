// A continuation turns the result of a task into the statement.
namespace Shop.Continuations;

public class ContinuationsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("continuations")]
    public async Task<IActionResult> Get(string city)
    {
        Task<string> lookup = Task.FromResult(city);
        var rows = await lookup
            .ContinueWith(task => "SELECT Id FROM Cities WHERE Name = '" + task.Result + "'", TaskScheduler.Default)
            .ContinueWith(
                task =>
                {
                    var sql = task.Result;
                    return connection.Query<int>(sql); // reported
                },
                TaskScheduler.Default);
        return Ok(rows);
    }
}
//// good twin
// The first continuation only looks at whether the task succeeded.
namespace Shop.Continuations;

public class ContinuationsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("continuations")]
    public async Task<IActionResult> Get(string city)
    {
        Task<string> lookup = Task.FromResult(city);
        var rows = await lookup
            .ContinueWith(task => task.Result.Length > 0 ? "SELECT Id FROM Cities" : "SELECT Id FROM Cities WHERE Capital = 1", TaskScheduler.Default)
            .ContinueWith(
                task =>
                {
                    var sql = task.Result;
                    return connection.Query<int>(sql);
                },
                TaskScheduler.Default);
        return Ok(rows);
    }
}
