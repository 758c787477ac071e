// A static abstract member of an interface is called through a type parameter.
namespace Shop.StaticAbstracts;

public interface IClause
{
    static abstract string Render(string text);
}

public readonly struct ByName : IClause
{
    public static string Render(string text) => "Name = '" + text + "'";
}

public readonly struct ByLength : IClause
{
    public static string Render(string text) => "Length = " + text.Length;
}

public class ClauseController(SqliteConnection connection) : ControllerBase
{
    private static string Where<TClause>(string text)
        where TClause : IClause => " WHERE " + TClause.Render(text);

    [HttpGet("clause")]
    public IActionResult Get(string text)
    {
        var sql = "SELECT Id FROM Users" + Where<ByName>(text);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The type argument's member gives a number.
namespace Shop.StaticAbstracts;

public interface IClause
{
    static abstract string Render(string text);
}

public readonly struct ByName : IClause
{
    public static string Render(string text) => "Name = '" + text + "'";
}

public readonly struct ByLength : IClause
{
    public static string Render(string text) => "Length = " + text.Length;
}

public class ClauseController(SqliteConnection connection) : ControllerBase
{
    private static string Where<TClause>(string text)
        where TClause : IClause => " WHERE " + TClause.Render(text);

    [HttpGet("clause")]
    public IActionResult Get(string text)
    {
        var sql = "SELECT Id FROM Users" + Where<ByLength>(text);
        return Ok(connection.Query<int>(sql));
    }
}
