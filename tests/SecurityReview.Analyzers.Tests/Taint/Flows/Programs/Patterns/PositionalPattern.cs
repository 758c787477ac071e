// A positional pattern deconstructs a pair of the caller's text and a constant.
namespace Shop.Sorting;

public readonly struct Term(string field, string text)
{
    public void Deconstruct(out string outField, out string outText)
    {
        outField = field;
        outText = text;
    }
}

public class SortingController(SqliteConnection connection) : ControllerBase
{
    private static Term Split(string text) => new("Title", text.Trim());

    [HttpGet("sorting")]
    public IActionResult Get(string text)
    {
        if (Split(text) is ("Title" or "Author", var word) && word.Length > 2)
        {
            var sql = "SELECT Id FROM Books WHERE Title LIKE '%" + word + "%'";
            return Ok(connection.Query<int>(sql)); // reported
        }

        return NotFound();
    }
}
//// good twin
// The pattern's other position is checked to be a constant, and it is what the text contains.
namespace Shop.Sorting;

public readonly struct Term(string field, string text)
{
    public void Deconstruct(out string outField, out string outText)
    {
        outField = field;
        outText = text;
    }
}

public class SortingController(SqliteConnection connection) : ControllerBase
{
    private static Term Split(string text) => new("Title", text.Trim());

    [HttpGet("sorting")]
    public IActionResult Get(string text)
    {
        if (Split(text) is (("Title" or "Author") and var field, var word) && word.Length > 2)
        {
            var sql = "SELECT Id FROM Books WHERE " + field + " = @word";
            return Ok(connection.Query<int>(sql, new { word }));
        }

        return NotFound();
    }
}
