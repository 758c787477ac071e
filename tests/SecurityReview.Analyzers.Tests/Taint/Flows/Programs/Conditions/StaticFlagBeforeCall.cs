// A static flag takes several values; the one set before the call lets what the caller sends pass.
public static class NameSource
{
    [ThreadStatic]
    public static int Mode;

    public static string Choose(string name)
    {
        if (Mode == 1)
            return name;
        return "nobody";
    }
}

public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members/flag")]
    public IActionResult Find(string name)
    {
        NameSource.Mode = 2;
        var shown = NameSource.Choose("guest");
        NameSource.Mode = 1;
        var who = NameSource.Choose(name);
        NameSource.Mode = 2;
        return Ok(new { shown, id = connection.QueryFirst<int>("SELECT Id FROM Members WHERE Name = '" + who + "'") }); // reported
    }
}
//// good twin
// A static flag takes several values; the one set before the call with what the caller sends keeps the constant.
public static class NameSource
{
    [ThreadStatic]
    public static int Mode;

    public static string Choose(string name)
    {
        if (Mode == 1)
            return name;
        return "nobody";
    }
}

public class MembersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("members/flag")]
    public IActionResult Find(string name)
    {
        NameSource.Mode = 1;
        var shown = NameSource.Choose("guest");
        NameSource.Mode = 2;
        var who = NameSource.Choose(name);
        NameSource.Mode = 1;
        return Ok(new { shown, id = connection.QueryFirst<int>("SELECT Id FROM Members WHERE Name = '" + who + "'") });
    }
}
