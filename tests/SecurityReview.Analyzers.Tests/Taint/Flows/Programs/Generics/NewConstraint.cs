// A generic method makes an object of its type argument, and asks it for the condition.
namespace Shop.Makers;

public interface ICondition
{
    string Text { get; set; }

    string Render();
}

public sealed class ByCode : ICondition
{
    public string Text { get; set; } = "";

    public string Render() => "Code = '" + Text + "'";
}

public sealed class ByPresence : ICondition
{
    public string Text { get; set; } = "";

    public string Render() => Text.Length > 0 ? "Code IS NOT NULL" : "1 = 1";
}

public class MakersController(SqliteConnection connection) : ControllerBase
{
    private static string Where<TCondition>(string text)
        where TCondition : ICondition, new()
    {
        var condition = new TCondition { Text = text };
        return " WHERE " + condition.Render();
    }

    [HttpGet("makers")]
    public IActionResult Get(string text)
    {
        var sql = "SELECT Id FROM Items" + Where<ByCode>(text);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The object that is made of the type argument gives a condition without the text.
namespace Shop.Makers;

public interface ICondition
{
    string Text { get; set; }

    string Render();
}

public sealed class ByCode : ICondition
{
    public string Text { get; set; } = "";

    public string Render() => "Code = '" + Text + "'";
}

public sealed class ByPresence : ICondition
{
    public string Text { get; set; } = "";

    public string Render() => Text.Length > 0 ? "Code IS NOT NULL" : "1 = 1";
}

public class MakersController(SqliteConnection connection) : ControllerBase
{
    private static string Where<TCondition>(string text)
        where TCondition : ICondition, new()
    {
        var condition = new TCondition { Text = text };
        return " WHERE " + condition.Render();
    }

    [HttpGet("makers")]
    public IActionResult Get(string text)
    {
        var sql = "SELECT Id FROM Items" + Where<ByPresence>(text);
        return Ok(connection.Query<int>(sql));
    }
}
