// A generic class asks its type argument for a part of the statement.
namespace Shop.Tables;

public interface IRecord
{
    static abstract string Table { get; }

    static abstract string Match(string text);
}

public sealed class Order : IRecord
{
    public static string Table => "Orders";

    public static string Match(string text) => "Code = '" + text + "'";
}

public sealed class Product : IRecord
{
    public static string Table => "Products";

    public static string Match(string text) => text.Length == 0 ? "1 = 1" : "Code = @text";
}

public static class Statement<TRecord>
    where TRecord : IRecord
{
    public static string Find(string text) => $"SELECT Id FROM {TRecord.Table} WHERE " + Condition(text);

    private static string Condition(string text) => TRecord.Match(text);
}

public class TablesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tables")]
    public IActionResult Get(string text)
    {
        var sql = Statement<Order>.Find(text);
        return Ok(connection.Query<int>(sql, new { text })); // reported
    }
}
//// good twin
// The part that the type argument gives has a parameter in place of the text.
namespace Shop.Tables;

public interface IRecord
{
    static abstract string Table { get; }

    static abstract string Match(string text);
}

public sealed class Order : IRecord
{
    public static string Table => "Orders";

    public static string Match(string text) => "Code = '" + text + "'";
}

public sealed class Product : IRecord
{
    public static string Table => "Products";

    public static string Match(string text) => text.Length == 0 ? "1 = 1" : "Code = @text";
}

public static class Statement<TRecord>
    where TRecord : IRecord
{
    public static string Find(string text) => $"SELECT Id FROM {TRecord.Table} WHERE " + Condition(text);

    private static string Condition(string text) => TRecord.Match(text);
}

public class TablesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tables")]
    public IActionResult Get(string text)
    {
        var sql = Statement<Product>.Find(text);
        return Ok(connection.Query<int>(sql, new { text }));
    }
}
