// A generic method reads a member that its constraint promises.
public interface INamed
{
    string Name { get; }
}

public sealed record Planet(string Name, string Star) : INamed;

public sealed record Moon(string Name) : INamed;

public class SpaceController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("planets")]
    public IActionResult Find(string planet)
    {
        var moon = new Moon("Io");
        var found = new Planet(planet, "Sun");
        return Ok(Count(found) + moon.Name.Length);
    }

    private int Count<T>(T thing)
        where T : INamed
    {
        return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Bodies WHERE Name = '" + thing.Name + "'"); // reported
    }
}
//// good twin
// The generic method gets another object of the constraint, with a constant.
public interface INamed
{
    string Name { get; }
}

public sealed record Planet(string Name, string Star) : INamed;

public sealed record Moon(string Name) : INamed;

public class SpaceController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("planets")]
    public IActionResult Find(string planet)
    {
        var moon = new Moon("Io");
        var found = new Planet(planet, "Sun");
        return Ok(Count(moon) + found.Name.Length);
    }

    private int Count<T>(T thing)
        where T : INamed
    {
        return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Bodies WHERE Name = '" + thing.Name + "'");
    }
}
