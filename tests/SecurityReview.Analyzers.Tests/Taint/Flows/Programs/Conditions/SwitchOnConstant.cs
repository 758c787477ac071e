// A switch over a character of a constant takes the branch with what the caller sends.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members/switch")]
    public IActionResult Find(string name)
    {
        string who;
        var grades = "ABC";
        switch (grades[1])
        {
            case 'A':
                who = "nobody";
                break;
            case 'B':
                who = name;
                break;
            default:
                who = "everybody";
                break;
        }

        return Ok(connection.Query<int>($"SELECT Id FROM Members WHERE Name = '{who}'")); // reported
    }
}
//// good twin
// A switch over a character of a constant takes a branch with a constant.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members/switch")]
    public IActionResult Find(string name)
    {
        string who;
        var grades = "ABC";
        switch (grades[2])
        {
            case 'A':
                who = "nobody";
                break;
            case 'B':
                who = name;
                break;
            default:
                who = "everybody";
                break;
        }

        return Ok(connection.Query<int>($"SELECT Id FROM Members WHERE Name = '{who}'"));
    }
}
