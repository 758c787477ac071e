// Specifications are combined and each writes its own condition, one with the text in it.
namespace Shop.Specifications;

public abstract class Specification
{
    public Dictionary<string, object> Values { get; } = new();

    public abstract string ToSql();

    public Specification And(Specification other) => new AndSpecification(this, other);
}

public sealed class AndSpecification : Specification
{
    private readonly Specification _left;
    private readonly Specification _right;

    public AndSpecification(Specification left, Specification right)
    {
        (_left, _right) = (left, right);
        foreach (var pair in left.Values.Concat(right.Values))
            Values[pair.Key] = pair.Value;
    }

    public override string ToSql() => $"({_left.ToSql()}) AND ({_right.ToSql()})";
}

public sealed class ActiveSpecification : Specification
{
    public override string ToSql() => "Active = 1";
}

public sealed class NamedSpecification(string name) : Specification
{
    public override string ToSql()
    {
        Values["name"] = name;
        return "Name = '" + name + "'";
    }
}

public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers")]
    public IActionResult Get(string name)
    {
        var specification = new ActiveSpecification().And(new NamedSpecification(name));
        var condition = specification.ToSql();
        return Ok(connection.Query<int>("SELECT Id FROM Customers WHERE " + condition, new DynamicParameters(specification.Values))); // reported
    }
}
//// good twin
// The specification writes a parameter and keeps the text apart.
namespace Shop.Specifications;

public abstract class Specification
{
    public Dictionary<string, object> Values { get; } = new();

    public abstract string ToSql();

    public Specification And(Specification other) => new AndSpecification(this, other);
}

public sealed class AndSpecification : Specification
{
    private readonly Specification _left;
    private readonly Specification _right;

    public AndSpecification(Specification left, Specification right)
    {
        (_left, _right) = (left, right);
        foreach (var pair in left.Values.Concat(right.Values))
            Values[pair.Key] = pair.Value;
    }

    public override string ToSql() => $"({_left.ToSql()}) AND ({_right.ToSql()})";
}

public sealed class ActiveSpecification : Specification
{
    public override string ToSql() => "Active = 1";
}

public sealed class NamedSpecification(string name) : Specification
{
    public override string ToSql()
    {
        Values["name"] = name;
        return "Name = @name";
    }
}

public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers")]
    public IActionResult Get(string name)
    {
        var specification = new ActiveSpecification().And(new NamedSpecification(name));
        var condition = specification.ToSql();
        return Ok(connection.Query<int>("SELECT Id FROM Customers WHERE " + condition, new DynamicParameters(specification.Values)));
    }
}
