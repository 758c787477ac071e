// A helper clears another list than the one that the text is in.
namespace Shop.Batches;

public class BatchController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("batches")]
    public IActionResult Post([FromBody] string[] codes)
    {
        var pending = new List<string>(codes);
        var done = new List<string>();
        Reset(done);
        pending.Add("none");
        return Ok(connection.Query<int>("SELECT Id FROM Batches WHERE Code = '" + pending[0] + "'")); // reported
    }

    private static void Reset(List<string> items) => items.Clear();
}
//// good twin
// A helper clears the list that the text is in before a constant is added.
namespace Shop.Batches;

public class BatchController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("batches")]
    public IActionResult Post([FromBody] string[] codes)
    {
        var pending = new List<string>(codes);
        var done = new List<string>();
        Reset(pending);
        pending.Add("none");
        return Ok(connection.Query<int>("SELECT Id FROM Batches WHERE Code = '" + pending[0] + "'"));
    }

    private static void Reset(List<string> items) => items.Clear();
}
