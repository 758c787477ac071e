// The statement is composed and run by a lambda on the thread pool.
namespace Shop.Background;

public class BackgroundController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("background")]
    public async Task<IActionResult> Post([FromForm] string title)
    {
        var text = await Task.Run(() => title.Replace('_', ' '));
        await Task.Run(() => connection.Execute("INSERT INTO Notes (Title) VALUES ('" + text + "')")); // reported
        return Ok();
    }
}
//// good twin
// What the first task computes of the text is a number.
namespace Shop.Background;

public class BackgroundController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("background")]
    public async Task<IActionResult> Post([FromForm] string title)
    {
        var text = await Task.Run(() => title.Count(c => c == '_'));
        await Task.Run(() => connection.Execute("INSERT INTO Notes (Title) VALUES ('" + text + "')"));
        return Ok();
    }
}
