// An expression tree is compiled and called with the caller's text.
using System.Linq.Expressions;

namespace Shop.Trees;

public class TreesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trees")]
    public IActionResult Get(string name)
    {
        Expression<Func<string, string>> render = text => "Name = '" + text + "'";
        var condition = render.Compile()(name);
        return Ok(connection.Query<int>("SELECT Id FROM Users WHERE " + condition)); // reported
    }
}
//// good twin
// The compiled expression gives the length of the text.
using System.Linq.Expressions;

namespace Shop.Trees;

public class TreesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("trees")]
    public IActionResult Get(string name)
    {
        Expression<Func<string, string>> render = text => "Length = '" + text.Length + "'";
        var condition = render.Compile()(name);
        return Ok(connection.Query<int>("SELECT Id FROM Users WHERE " + condition));
    }
}
