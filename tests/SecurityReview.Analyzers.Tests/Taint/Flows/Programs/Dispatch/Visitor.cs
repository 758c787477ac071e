// A visitor writes a tree of conditions, and a leaf with its text in it.
using System.Text;

namespace Shop.Visiting;

public abstract class Node
{
    public abstract void Accept(SqlVisitor visitor);
}

public sealed class Both(Node left, Node right) : Node
{
    public Node Left { get; } = left;

    public Node Right { get; } = right;

    public override void Accept(SqlVisitor visitor) => visitor.Visit(this);
}

public sealed class Equal(string column, string value) : Node
{
    public string Column { get; } = column;

    public string Value { get; } = value;

    public override void Accept(SqlVisitor visitor) => visitor.Visit(this);
}

public sealed class SqlVisitor
{
    private readonly StringBuilder _text = new();

    public DynamicParameters Parameters { get; } = new();

    public void Visit(Both node)
    {
        node.Left.Accept(this);
        _text.Append(" AND ");
        node.Right.Accept(this);
    }

    public void Visit(Equal node)
    {
        _text.Append(node.Column).Append(" = ").Append('\'').Append(node.Value).Append('\'');
        Parameters.Add(node.Column, node.Value);
    }

    public override string ToString() => _text.ToString();
}

public class TreesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trees")]
    public IActionResult Get(string kind, string place)
    {
        var visitor = new SqlVisitor();
        new Both(new Equal("Kind", kind), new Equal("Place", place)).Accept(visitor);
        return Ok(connection.Query("SELECT * FROM Trees WHERE " + visitor, visitor.Parameters)); // reported
    }
}
//// good twin
// The visitor writes the leaf as a parameter.
using System.Text;

namespace Shop.Visiting;

public abstract class Node
{
    public abstract void Accept(SqlVisitor visitor);
}

public sealed class Both(Node left, Node right) : Node
{
    public Node Left { get; } = left;

    public Node Right { get; } = right;

    public override void Accept(SqlVisitor visitor) => visitor.Visit(this);
}

public sealed class Equal(string column, string value) : Node
{
    public string Column { get; } = column;

    public string Value { get; } = value;

    public override void Accept(SqlVisitor visitor) => visitor.Visit(this);
}

public sealed class SqlVisitor
{
    private readonly StringBuilder _text = new();

    public DynamicParameters Parameters { get; } = new();

    public void Visit(Both node)
    {
        node.Left.Accept(this);
        _text.Append(" AND ");
        node.Right.Accept(this);
    }

    public void Visit(Equal node)
    {
        _text.Append(node.Column).Append(" = ").Append('@').Append(node.Column);
        Parameters.Add(node.Column, node.Value);
    }

    public override string ToString() => _text.ToString();
}

public class TreesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trees")]
    public IActionResult Get(string kind, string place)
    {
        var visitor = new SqlVisitor();
        new Both(new Equal("Kind", kind), new Equal("Place", place)).Accept(visitor);
        return Ok(connection.Query("SELECT * FROM Trees WHERE " + visitor, visitor.Parameters));
    }
}
