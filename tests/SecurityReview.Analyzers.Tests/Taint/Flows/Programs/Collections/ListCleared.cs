// A list is cleared, filled again with what the caller sends, and joined.
public class WordsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("words")]
    public IActionResult Find(string word)
    {
        var words = new List<string>();
        words.Add("old");
        words.Clear();
        words.Add(word);
        return Ok(connection.Query<int>("SELECT Id FROM Words WHERE Word IN ('" + string.Join("','", words) + "')")); // reported
    }
}
//// good twin
// A list with what the caller sends is cleared and filled again with a constant.
public class WordsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("words")]
    public IActionResult Find(string word)
    {
        var words = new List<string>();
        words.Add(word);
        words.Clear();
        words.Add("new");
        return Ok(connection.Query<int>("SELECT Id FROM Words WHERE Word IN ('" + string.Join("','", words) + "')"));
    }
}
