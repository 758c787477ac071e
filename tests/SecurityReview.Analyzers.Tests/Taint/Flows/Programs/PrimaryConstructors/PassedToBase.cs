// The primary constructor hands its parameter to the base class, whose property is used.
public abstract class NamedScope(string name, string title)
{
    public string Name { get; } = name;

    public string Title { get; } = title;
}

public sealed class TeamScope(string team) : NamedScope(team, "Team");

public sealed class AllScope(string team) : NamedScope("everyone", team);

public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members")]
    public IActionResult List(string team)
    {
        NamedScope scope = new TeamScope(team);
        return Ok(new { scope.Title, rows = connection.Query("SELECT * FROM Members WHERE Scope = '" + scope.Name + "'") }); // reported
    }
}
//// good twin
// The primary constructor hands a constant to the base class, and its parameter as the title.
public abstract class NamedScope(string name, string title)
{
    public string Name { get; } = name;

    public string Title { get; } = title;
}

public sealed class TeamScope(string team) : NamedScope(team, "Team");

public sealed class AllScope(string team) : NamedScope("everyone", team);

public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members")]
    public IActionResult List(string team)
    {
        NamedScope scope = new AllScope(team);
        return Ok(new { scope.Title, rows = connection.Query("SELECT * FROM Members WHERE Scope = '" + scope.Name + "'") });
    }
}
