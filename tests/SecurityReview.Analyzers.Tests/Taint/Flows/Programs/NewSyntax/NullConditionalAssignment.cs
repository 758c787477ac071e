// A null-conditional assignment writes the caller's text into an object.
namespace Shop.Conditional;

public class Draft
{
    public string Author { get; set; } = "nobody";

    public string Editor { get; set; } = "nobody";
}

public class DraftsController(SqliteConnection connection) : ControllerBase
{
    private static Draft? Find(int id) => id > 0 ? new Draft() : null;

    [HttpPost("drafts/{id:int}")]
    public IActionResult Post(int id, [FromForm] string author)
    {
        var draft = Find(id);
        draft?.Author = author;
        var sql = "UPDATE Drafts SET Author = '" + draft?.Author + "'";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// The assignment writes a member that the statement does not use.
namespace Shop.Conditional;

public class Draft
{
    public string Author { get; set; } = "nobody";

    public string Editor { get; set; } = "nobody";
}

public class DraftsController(SqliteConnection connection) : ControllerBase
{
    private static Draft? Find(int id) => id > 0 ? new Draft() : null;

    [HttpPost("drafts/{id:int}")]
    public IActionResult Post(int id, [FromForm] string author)
    {
        var draft = Find(id);
        draft?.Editor = author;
        var sql = "UPDATE Drafts SET Author = '" + draft?.Author + "'";
        return Ok(connection.Execute(sql));
    }
}
