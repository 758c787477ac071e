// An interpolation handler of the program collects the pieces, values included.
using System.Runtime.CompilerServices;
using System.Text;

namespace Shop.Handlers;

[InterpolatedStringHandler]
public ref struct SqlHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount * 8);
    private readonly DynamicParameters _values = new();
    private int _count;

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(string value)
    {
        _values.Add("p" + _count++, value);
        _text.Append(value);
    }

    public string Text => _text.ToString();

    public DynamicParameters Values => _values;
}

public class HandlersController(SqliteConnection connection) : ControllerBase
{
    private IEnumerable<int> Run(SqlHandler handler)
    {
        var sql = handler.Text;
        return connection.Query<int>(sql, handler.Values); // reported
    }

    [HttpGet("handlers")]
    public IActionResult Get(string name) => Ok(Run($"SELECT Id FROM Users WHERE Name = '{name}'"));
}
//// good twin
// The handler keeps the values as parameters and writes placeholders.
using System.Runtime.CompilerServices;
using System.Text;

namespace Shop.Handlers;

[InterpolatedStringHandler]
public ref struct SqlHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + formattedCount * 8);
    private readonly DynamicParameters _values = new();
    private int _count;

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(string value)
    {
        _values.Add("p" + _count++, value);
        _text.Append("@p" + (_count - 1));
    }

    public string Text => _text.ToString();

    public DynamicParameters Values => _values;
}

public class HandlersController(SqliteConnection connection) : ControllerBase
{
    private IEnumerable<int> Run(SqlHandler handler)
    {
        var sql = handler.Text;
        return connection.Query<int>(sql, handler.Values);
    }

    [HttpGet("handlers")]
    public IActionResult Get(string name) => Ok(Run($"SELECT Id FROM Users WHERE Name = {name}"));
}
