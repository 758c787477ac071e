// A constant of an enumeration decides in another class that the name is composed.
public enum Binding
{
    Composed,
    Bound,
}

public static class Policy
{
    public const Binding Names = Binding.Composed;
}

public class VendorsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("vendors")]
    public IActionResult Find(string name)
    {
        var condition = "Name = @name";
        switch (Policy.Names)
        {
            case Binding.Composed:
                condition = "Name = '" + name + "'";
                break;
            case Binding.Bound:
                break;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Vendors WHERE " + condition, new { name })); // reported
    }
}
//// good twin
// The constant of the enumeration decides that the name is bound.
public enum Binding
{
    Composed,
    Bound,
}

public static class Policy
{
    public const Binding Names = Binding.Bound;
}

public class VendorsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("vendors")]
    public IActionResult Find(string name)
    {
        var condition = "Name = @name";
        switch (Policy.Names)
        {
            case Binding.Composed:
                condition = "Name = '" + name + "'";
                break;
            case Binding.Bound:
                break;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Vendors WHERE " + condition, new { name }));
    }
}
