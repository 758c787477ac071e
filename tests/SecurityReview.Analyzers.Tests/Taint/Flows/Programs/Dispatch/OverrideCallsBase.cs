// An override adds to what the method of the base class makes.
public class Clause
{
    protected string value = "";

    public void Set(string text) => value = text;

    public virtual string Text() => "Name = @name";
}

public sealed class AliasClause : Clause
{
    public override string Text() => base.Text() + " OR Alias = '" + value + "'";
}

public class UsersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("users")]
    public IActionResult Find(string name)
    {
        var clause = new AliasClause();
        clause.Set(name);
        return Ok(connection.Query<int>("SELECT Id FROM Users WHERE " + clause.Text(), new { name })); // reported
    }
}
//// good twin
// The override adds a placeholder to what the method of the base class makes.
public class Clause
{
    protected string value = "";

    public void Set(string text) => value = text;

    public virtual string Text() => "Name = @name";
}

public sealed class AliasClause : Clause
{
    public override string Text() => base.Text() + " OR Alias = @name";
}

public class UsersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("users")]
    public IActionResult Find(string name)
    {
        var clause = new AliasClause();
        clause.Set(name);
        return Ok(connection.Query<int>("SELECT Id FROM Users WHERE " + clause.Text(), new { name }));
    }
}
