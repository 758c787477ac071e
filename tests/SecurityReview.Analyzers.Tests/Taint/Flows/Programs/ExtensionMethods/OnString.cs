// An extension method puts its receiver between quotes, without looking at it.
public static class Quoting
{
    public static string Quoted(this string text) => "'" + text + "'";

    public static string OrDefault(this string? text, string other) => string.IsNullOrEmpty(text) ? other : text;
}

public class StreetsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("streets")]
    public IActionResult Find(string? street)
    {
        var fallback = "Main street";
        var sql = "SELECT Id FROM Streets WHERE Name = " + street.OrDefault(fallback).Quoted();
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The extension methods are called on a constant; what the caller sends is only measured.
public static class Quoting
{
    public static string Quoted(this string text) => "'" + text + "'";

    public static string OrDefault(this string? text, string other) => string.IsNullOrEmpty(text) ? other : text;
}

public class StreetsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("streets")]
    public IActionResult Find(string? street)
    {
        var fallback = "Main street";
        var sql = "SELECT Id FROM Streets WHERE Name = " + fallback.OrDefault("none").Quoted();
        return street?.Length > 50 ? BadRequest() : Ok(connection.Query<int>(sql));
    }
}
