// A property is read by its constant name from an object that holds the caller's text.
namespace Shop.ReflectedProperties;

public class Profile
{
    public string Name { get; set; } = "";

    public string Kind { get; } = "user";
}

public class ProfilesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("profiles")]
    public IActionResult Post([FromForm] string name)
    {
        var profile = new Profile();
        typeof(Profile).GetProperty("Name")!.SetValue(profile, name);
        var value = typeof(Profile).GetProperty("Name")!.GetValue(profile) as string;
        return Ok(connection.Execute("INSERT INTO Profiles (Value) VALUES ('" + value + "')")); // reported
    }
}
//// good twin
// The property that is read holds a constant.
namespace Shop.ReflectedProperties;

public class Profile
{
    public string Name { get; set; } = "";

    public string Kind { get; } = "user";
}

public class ProfilesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("profiles")]
    public IActionResult Post([FromForm] string name)
    {
        var profile = new Profile();
        typeof(Profile).GetProperty("Name")!.SetValue(profile, name);
        var value = typeof(Profile).GetProperty("Kind")!.GetValue(profile) as string;
        return Ok(connection.Execute("INSERT INTO Profiles (Value) VALUES ('" + value + "')"));
    }
}
