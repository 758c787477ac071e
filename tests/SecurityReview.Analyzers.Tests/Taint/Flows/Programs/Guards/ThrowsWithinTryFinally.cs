// A test that throws stands in a try with a finally, and lets everything through that is long enough.
namespace Shop.Sorting;

public class SortingController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_columns = ["Name", "City"];
    private int _open;

    [HttpGet("sorted")]
    public IActionResult Get(string column)
    {
        _open++;
        try
        {
            if (column.Length < 3 && !s_columns.Contains(column))
                throw new ArgumentException("unknown column");
        }
        finally
        {
            _open--;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Users ORDER BY " + column)); // reported
    }
}
//// good twin
// The test in the try throws for all but known columns.
namespace Shop.Sorting;

public class SortingController(SqliteConnection connection) : ControllerBase
{
    private static readonly HashSet<string> s_columns = ["Name", "City"];
    private int _open;

    [HttpGet("sorted")]
    public IActionResult Get(string column)
    {
        _open++;
        try
        {
            if (!s_columns.Contains(column))
                throw new ArgumentException("unknown column");
        }
        finally
        {
            _open--;
        }

        return Ok(connection.Query<int>("SELECT Id FROM Users ORDER BY " + column));
    }
}
