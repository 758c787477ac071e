// The value comes back through five calls in as many files.
public class StationsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("stations")]
    public IActionResult Find()
    {
        var line = new A(HttpContext).Line();
        var sql = "SELECT Id FROM Stations WHERE Line = '" + line + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// file
using Microsoft.AspNetCore.Http;

public class A(HttpContext context)
{
    public string Line() => new B().Line(context).ToUpperInvariant();
}
//// file
using Microsoft.AspNetCore.Http;

public class B
{
    public string Line(HttpContext context)
    {
        var line = C.Line(context);
        return line.Length > 9 ? line.Substring(0, 9) : line;
    }
}
//// file
using Microsoft.AspNetCore.Http;

public static class C
{
    public static string Line(HttpContext context) => D.Line(context.Request) ?? "S1";
}
//// file
using Microsoft.AspNetCore.Http;

public static class D
{
    public static string? Line(HttpRequest request) => E.Cookie(request, "line");
}
//// file
using Microsoft.AspNetCore.Http;

public static class E
{
    public static string? Cookie(HttpRequest request, string name) => request.Cookies.TryGetValue(name, out var value) ? value : null;
}
//// good twin
// The value comes back through the same calls, the last of which answers with the name of a cookie that was sent.
public class StationsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("stations")]
    public IActionResult Find()
    {
        var line = new A(HttpContext).Line();
        var sql = "SELECT Id FROM Stations WHERE Line = '" + line + "'";
        return Ok(connection.Query<int>(sql));
    }
}
//// file
using Microsoft.AspNetCore.Http;

public class A(HttpContext context)
{
    public string Line() => new B().Line(context).ToUpperInvariant();
}
//// file
using Microsoft.AspNetCore.Http;

public class B
{
    public string Line(HttpContext context)
    {
        var line = C.Line(context);
        return line.Length > 9 ? line.Substring(0, 9) : line;
    }
}
//// file
using Microsoft.AspNetCore.Http;

public static class C
{
    public static string Line(HttpContext context) => D.Line(context.Request) ?? "S1";
}
//// file
using Microsoft.AspNetCore.Http;

public static class D
{
    public static string? Line(HttpRequest request) => E.Cookie(request, "line");
}
//// file
using Microsoft.AspNetCore.Http;

public static class E
{
    public static string? Cookie(HttpRequest request, string name) => request.Cookies.TryGetValue(name, out _) ? name : null;
}
