// An interface has two implementations, and the object made here is the one that composes.
public interface ISearch
{
    IEnumerable<int> Find(string name);
}

public sealed class ComposedSearch(SqliteConnection connection) : ISearch
{
    public IEnumerable<int> Find(string name)
    {
        var sql = "SELECT Id FROM Parts WHERE Name = '" + name + "'";
        return connection.Query<int>(sql); // reported
    }
}

public sealed class BoundSearch(SqliteConnection connection) : ISearch
{
    public IEnumerable<int> Find(string name)
    {
        var sql = "SELECT Id FROM Parts WHERE Name = @name";
        return connection.Query<int>(sql, new { name });
    }
}

public class PartsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("parts")]
    public IActionResult Find(string name)
    {
        ISearch special = new ComposedSearch(connection);
        ISearch usual = new BoundSearch(connection);
        var count = usual.Find("Screw").Count();
        return Ok(new { count, rows = special.Find(name) });
    }
}
//// good twin
// The object that gets what the caller sends is the one that binds; the other gets a constant.
public interface ISearch
{
    IEnumerable<int> Find(string name);
}

public sealed class ComposedSearch(SqliteConnection connection) : ISearch
{
    public IEnumerable<int> Find(string name)
    {
        var sql = "SELECT Id FROM Parts WHERE Name = '" + name + "'";
        return connection.Query<int>(sql);
    }
}

public sealed class BoundSearch(SqliteConnection connection) : ISearch
{
    public IEnumerable<int> Find(string name)
    {
        var sql = "SELECT Id FROM Parts WHERE Name = @name";
        return connection.Query<int>(sql, new { name });
    }
}

public class PartsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("parts")]
    public IActionResult Find(string name)
    {
        ISearch special = new ComposedSearch(connection);
        ISearch usual = new BoundSearch(connection);
        var count = usual.Find(name).Count();
        return Ok(new { count, rows = special.Find("Screw") });
    }
}
