// One of two strategies is chosen at run time, and one of them composes.
public abstract class Matching
{
    public abstract string Clause(string text);
}

public sealed class Exact : Matching
{
    public override string Clause(string text) => "Word = @text";
}

public sealed class Loose : Matching
{
    public override string Clause(string text) => "Word LIKE '%" + text + "%'";
}

public class DictionaryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("dictionary")]
    public IActionResult Find(string text, bool exact)
    {
        Matching matching = exact ? new Exact() : new Loose();
        var where = matching.Clause(text);
        return Ok(connection.Query<int>("SELECT Id FROM Words WHERE " + where, new { text })); // reported
    }
}
//// good twin
// One of two strategies is chosen at run time, and both bind.
public abstract class Matching
{
    public abstract string Clause(string text);
}

public sealed class Exact : Matching
{
    public override string Clause(string text) => "Word = @text";
}

public sealed class Loose : Matching
{
    public override string Clause(string text) => "Word LIKE '%' || @text || '%'";
}

public class DictionaryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("dictionary")]
    public IActionResult Find(string text, bool exact)
    {
        Matching matching = exact ? new Exact() : new Loose();
        var where = matching.Clause(text);
        return Ok(connection.Query<int>("SELECT Id FROM Words WHERE " + where, new { text }));
    }
}
