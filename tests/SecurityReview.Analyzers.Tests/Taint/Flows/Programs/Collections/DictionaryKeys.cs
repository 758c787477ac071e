// The words of the caller's text are counted in a dictionary, and its keys become part of the statement.
namespace Shop.Words;

public class WordsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("words")]
    public IActionResult Get(string text)
    {
        var counts = new Dictionary<string, int>();
        foreach (var word in text.Split(' '))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        var sql = "SELECT Id FROM Words WHERE 1 = 0";
        foreach (var (word, count) in counts)
            sql += " OR (Word = '" + word + "' AND Uses > " + count + ")";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of the dictionary only the counts become part of the statement.
namespace Shop.Words;

public class WordsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("words")]
    public IActionResult Get(string text)
    {
        var counts = new Dictionary<string, int>();
        foreach (var word in text.Split(' '))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        var sql = "SELECT Id FROM Words WHERE 1 = 0";
        foreach (var (word, count) in counts)
            sql += " OR (Length = " + word.Length + " AND Uses > " + count + ")";
        return Ok(connection.Query<int>(sql));
    }
}
