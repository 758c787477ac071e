// A ternary over a constant chooses what the caller sends.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("members")]
    public int Remove(string name)
    {
        const int rows = 4;
        var who = rows % 2 == 0 ? name : "nobody";
        return connection.Execute("DELETE FROM Members WHERE Name = '" + who + "'"); // reported
    }
}
//// good twin
// A ternary over a constant chooses the other constant.
public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("members")]
    public int Remove(string name)
    {
        const int rows = 5;
        var who = rows % 2 == 0 ? name : "nobody";
        return connection.Execute("DELETE FROM Members WHERE Name = '" + who + "'");
    }
}
