// The framework's interpolation handler is used by hand.
using System.Runtime.CompilerServices;

namespace Shop.ByHand;

public class ByHandController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("by-hand")]
    public IActionResult Get(string name, int age)
    {
        var handler = new DefaultInterpolatedStringHandler(60, 2);
        handler.AppendLiteral("SELECT Id FROM Users WHERE Age > ");
        handler.AppendFormatted(age);
        handler.AppendLiteral(" AND Name = '");
        handler.AppendFormatted(name, alignment: 0, format: null);
        handler.AppendLiteral("'");
        var sql = handler.ToStringAndClear();
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The handler is cleared after the caller's text was appended to it.
using System.Runtime.CompilerServices;

namespace Shop.ByHand;

public class ByHandController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("by-hand")]
    public IActionResult Get(string name, int age)
    {
        var handler = new DefaultInterpolatedStringHandler(60, 2);
        handler.AppendLiteral("SELECT Id FROM Users WHERE Age > ");
        handler.AppendFormatted(age);
        handler.AppendLiteral(" AND Name = '");
        handler.AppendFormatted(name, alignment: 0, format: null);
        handler.AppendLiteral("'");
        var title = handler.ToStringAndClear();
        handler.AppendLiteral("SELECT Id FROM Users WHERE Age > ");
        handler.AppendFormatted(age + title.Length);
        var sql = handler.ToStringAndClear();
        return Ok(connection.Query<int>(sql));
    }
}
