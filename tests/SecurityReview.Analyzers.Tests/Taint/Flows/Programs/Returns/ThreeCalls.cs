// The value comes back through three calls in three classes.
public class RoutesController(Wishes wishes, SqliteConnection connection) : ControllerBase
{
    [HttpGet("routes")]
    public IActionResult Find()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Routes WHERE Target = '" + wishes.Target(Request) + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// file
using Microsoft.AspNetCore.Http;

public class Wishes(Reader reader)
{
    public string Target(HttpRequest request) => reader.Both(request).Target;
}
//// file
using Microsoft.AspNetCore.Http;

public class Reader
{
    public (string Target, string Home) Both(HttpRequest request) => (Values.Of(request, "target"), Values.Home);
}

internal static class Values
{
    public const string Home = "Bern";

    public static string Of(HttpRequest request, string key) => request.Headers[key].ToString();
}
//// good twin
// The value comes back through the same calls, and another value that came with it goes into the text.
public class RoutesController(Wishes wishes, SqliteConnection connection) : ControllerBase
{
    [HttpGet("routes")]
    public IActionResult Find()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Routes WHERE Target = '" + wishes.Target(Request) + "'";
        return Ok(command.ExecuteScalar());
    }
}
//// file
using Microsoft.AspNetCore.Http;

public class Wishes(Reader reader)
{
    public string Target(HttpRequest request) => reader.Both(request).Home;
}
//// file
using Microsoft.AspNetCore.Http;

public class Reader
{
    public (string Target, string Home) Both(HttpRequest request) => (Values.Of(request, "target"), Values.Home);
}

internal static class Values
{
    public const string Home = "Bern";

    public static string Of(HttpRequest request, string key) => request.Headers[key].ToString();
}
