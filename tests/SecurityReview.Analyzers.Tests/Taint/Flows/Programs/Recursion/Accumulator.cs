// A method that calls itself collects names in a list that it passes on.
public class Folder
{
    public string Name { get; set; } = "";

    public List<Folder> Folders { get; set; } = [];
}

public class FoldersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("folders")]
    public IActionResult Find([FromBody] Folder root)
    {
        var found = new List<string>();
        Collect(root, found, 0);
        var list = string.Join(", ", found);
        return Ok(connection.Query("SELECT * FROM Folders WHERE Name IN (" + list + ")")); // reported
    }

    private static void Collect(Folder folder, List<string> found, int level)
    {
        found.Add("'" + folder.Name + "'");
        foreach (var inner in folder.Folders)
            Collect(inner, found, level + 1);
    }
}
//// good twin
// A method that calls itself collects the levels of the names, which are numbers.
public class Folder
{
    public string Name { get; set; } = "";

    public List<Folder> Folders { get; set; } = [];
}

public class FoldersController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("folders")]
    public IActionResult Find([FromBody] Folder root)
    {
        var found = new List<string>();
        Collect(root, found, 0);
        var list = string.Join(", ", found);
        return Ok(connection.Query("SELECT * FROM Folders WHERE Name IN (" + list + ")"));
    }

    private static void Collect(Folder folder, List<string> found, int level)
    {
        found.Add("'" + level + "'");
        foreach (var inner in folder.Folders)
            Collect(inner, found, level + 1);
    }
}
