// A do loop walks up the folders that the caller sends and keeps the last.
public class FoldersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("folders")]
    public IActionResult Find(string path)
    {
        var rest = path;
        var last = "";
        var depth = 0;
        do
        {
            var slash = rest.IndexOf('/');
            last = slash < 0 ? rest : rest.Substring(0, slash);
            rest = slash < 0 ? "" : rest.Substring(slash + 1);
            depth++;
        }
        while (rest != "");

        return Ok(connection.Query<int>("SELECT Id FROM Folders WHERE Depth = " + depth + " AND Name = '" + last + "'")); // reported
    }
}
//// good twin
// A do loop walks up the same folders, and only their number goes into the text.
public class FoldersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("folders")]
    public IActionResult Find(string path)
    {
        var rest = path;
        var last = "";
        var depth = 0;
        do
        {
            var slash = rest.IndexOf('/');
            last = slash < 0 ? rest : rest.Substring(0, slash);
            rest = slash < 0 ? "" : rest.Substring(slash + 1);
            depth++;
        }
        while (rest != "");

        return last == "" ? BadRequest() : Ok(connection.Query<int>("SELECT Id FROM Folders WHERE Depth = " + depth + " AND Name <> ''"));
    }
}
