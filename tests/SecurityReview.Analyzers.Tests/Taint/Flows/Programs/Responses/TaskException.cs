// The exception of a task that failed is sent by its inner exception's text.
namespace Shop.FailedTasks;

public class FailedTasksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("failed-tasks")]
    public async Task<IActionResult> Get()
    {
        var task = Task.Run(() => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Tasks"));
        await Task.WhenAny(task, Task.Delay(1000));
        if (task.Exception is { } exception)
        {
            return StatusCode(500, exception.InnerExceptions[0].ToString()); // reported
        }

        return Ok(task.IsCompleted);
    }
}
//// good twin
// Of the exception only the number of its inner exceptions is sent.
namespace Shop.FailedTasks;

public class FailedTasksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("failed-tasks")]
    public async Task<IActionResult> Get()
    {
        var task = Task.Run(() => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Tasks"));
        await Task.WhenAny(task, Task.Delay(1000));
        if (task.Exception is { } exception)
        {
            return StatusCode(500, exception.InnerExceptions.Count + " failures");
        }

        return Ok(task.IsCompleted);
    }
}
