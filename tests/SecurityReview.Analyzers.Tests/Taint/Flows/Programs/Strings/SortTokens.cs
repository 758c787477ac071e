// A sort order is taken apart by a list pattern, and the column is composed.
namespace Shop.Tokens;

public class MoviesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("movies")]
    public IActionResult Get(string sort)
    {
        var order = sort.Split(':') switch
        {
            [var column, "desc"] => column + " DESC",
            [var column] => column,
            _ => "Id",
        };
        return Ok(connection.Query("SELECT * FROM Movies ORDER BY " + order)); // reported
    }
}
//// good twin
// The pattern lets only known columns and directions through.
namespace Shop.Tokens;

public class MoviesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("movies")]
    public IActionResult Get(string sort)
    {
        var order = sort.Split(':') switch
        {
            [("Title" or "Year") and var column, "desc"] => column + " DESC",
            ["Title"] => "Title",
            _ => "Id",
        };
        return Ok(connection.Query("SELECT * FROM Movies ORDER BY " + order));
    }
}
