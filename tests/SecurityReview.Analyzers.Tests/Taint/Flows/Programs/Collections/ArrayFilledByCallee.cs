// A callee splits what the caller sends into an array, and a loop composes its elements.
public static class Words
{
    public static string[] Of(string text) => text.Split(' ');

    public static string[] Common() => ["shop", "cart"];
}

public class WordsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("words")]
    public IActionResult Find(string text)
    {
        var given = Words.Of(text);
        var common = Words.Common();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Texts WHERE Word IN ('" + string.Join("', '", given) + "')"; // reported
        return Ok(new { given, common, id = command.ExecuteScalar() });
    }
}
//// good twin
// The array that a callee makes of constants is composed.
public static class Words
{
    public static string[] Of(string text) => text.Split(' ');

    public static string[] Common() => ["shop", "cart"];
}

public class WordsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("words")]
    public IActionResult Find(string text)
    {
        var given = Words.Of(text);
        var common = Words.Common();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Texts WHERE Word IN ('" + string.Join("', '", common) + "')";
        return Ok(new { given, common, id = command.ExecuteScalar() });
    }
}
