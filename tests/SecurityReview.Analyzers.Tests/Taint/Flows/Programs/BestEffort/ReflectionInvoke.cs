// A method is found by its constant name and invoked with the caller's text.
using System.Reflection;

namespace Shop.Reflection;

public static class Rules
{
    public static string ByName(string text) => "Name = '" + text + "'";

    public static string ByLength(string text) => "Length = " + text.Length;
}

public class ReflectionController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reflection")]
    public IActionResult Get(string text)
    {
        var method = typeof(Rules).GetMethod(nameof(Rules.ByName), BindingFlags.Public | BindingFlags.Static)!;
        var condition = (string)method.Invoke(null, [text])!;
        return Ok(connection.Query<int>("SELECT Id FROM Users WHERE " + condition)); // reported
    }
}
//// good twin
// The method that is invoked gives only the length of the text.
using System.Reflection;

namespace Shop.Reflection;

public static class Rules
{
    public static string ByName(string text) => "Name = '" + text + "'";

    public static string ByLength(string text) => "Length = " + text.Length;
}

public class ReflectionController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("reflection")]
    public IActionResult Get(string text)
    {
        var method = typeof(Rules).GetMethod(nameof(Rules.ByLength), BindingFlags.Public | BindingFlags.Static)!;
        var condition = (string)method.Invoke(null, [text])!;
        return Ok(connection.Query<int>("SELECT Id FROM Users WHERE " + condition));
    }
}
