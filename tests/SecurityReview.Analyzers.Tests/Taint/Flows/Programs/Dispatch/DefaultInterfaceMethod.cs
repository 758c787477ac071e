// The default method of an interface composes with what the implementing class keeps.
public interface IHasText
{
    string Value { get; }

    string Condition() => "Text = '" + Value + "'";
}

public sealed class Plain(string value) : IHasText
{
    public string Value => value;
}

public sealed class Known(string value) : IHasText
{
    public string Value => value;

    public string Condition() => "Text IS NOT NULL";
}

public class TextsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("texts")]
    public IActionResult Find(string text)
    {
        IHasText condition = new Plain(text);
        return Ok(connection.Query<int>("SELECT Id FROM Texts WHERE " + condition.Condition())); // reported
    }
}
//// good twin
// The class implements the method itself, without what it keeps.
public interface IHasText
{
    string Value { get; }

    string Condition() => "Text = '" + Value + "'";
}

public sealed class Plain(string value) : IHasText
{
    public string Value => value;
}

public sealed class Known(string value) : IHasText
{
    public string Value => value;

    public string Condition() => "Text IS NOT NULL";
}

public class TextsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("texts")]
    public IActionResult Find(string text)
    {
        IHasText condition = new Known(text);
        return Ok(connection.Query<int>("SELECT Id FROM Texts WHERE " + condition.Condition()));
    }
}
