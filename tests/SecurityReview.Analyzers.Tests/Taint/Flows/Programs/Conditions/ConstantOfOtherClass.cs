// A constant of another class, in another file, lets what the caller sends pass.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members/{team}")]
    public IActionResult Find([FromRoute] string team)
    {
        var scope = Features.TeamsAreOpen ? team : "core";
        return Ok(connection.Query<int>("SELECT Id FROM Members WHERE Team = '" + scope + "'")); // reported
    }
}
//// file
public static class Features
{
    public static readonly bool TeamsAreOpen = Release >= 3;

    private const int Release = 4;
}
//// good twin
// A constant of another class, in another file, decides for the constant.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members/{team}")]
    public IActionResult Find([FromRoute] string team)
    {
        var scope = Features.TeamsAreOpen ? team : "core";
        return Ok(connection.Query<int>("SELECT Id FROM Members WHERE Team = '" + scope + "'"));
    }
}
//// file
public static class Features
{
    public static readonly bool TeamsAreOpen = Release >= 3;

    private const int Release = 2;
}
