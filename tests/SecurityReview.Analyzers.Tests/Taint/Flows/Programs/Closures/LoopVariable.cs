// Each turn of the loop captures its own element; the lambdas run after the loop.
namespace Shop.Tags;

public class TagsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("tags")]
    public IActionResult Add([FromBody] List<string> tags)
    {
        var pending = new List<Action>();
        foreach (var tag in tags)
        {
            pending.Add(() => connection.Execute("INSERT INTO Tags (Name) VALUES ('" + tag + "')")); // reported
        }

        foreach (var insert in pending)
        {
            insert();
        }

        return Ok();
    }
}
//// good twin
// Each lambda captures its element and binds it as a value.
namespace Shop.Tags;

public class TagsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("tags")]
    public IActionResult Add([FromBody] List<string> tags)
    {
        var pending = new List<Action>();
        foreach (var tag in tags)
        {
            pending.Add(() => connection.Execute("INSERT INTO Tags (Name) VALUES (@tag)", new { tag }));
        }

        foreach (var insert in pending)
        {
            insert();
        }

        return Ok();
    }
}
