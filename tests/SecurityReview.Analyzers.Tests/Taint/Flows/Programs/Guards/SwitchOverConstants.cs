// A switch over constants maps what it knows and lets the rest pass.
public class SortController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sort")]
    public IActionResult List(string sort) => Ok(connection.Query("SELECT * FROM Goods ORDER BY " + Column(sort))); // reported

    private static string Column(string sort)
    {
        switch (sort)
        {
            case "price":
                return "Price";
            case "age":
                return "Created DESC";
            default:
                return sort;
        }
    }
}
//// good twin
// A switch over constants maps what it knows and refuses the rest.
public class SortController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("sort")]
    public IActionResult List(string sort) => Ok(connection.Query("SELECT * FROM Goods ORDER BY " + Column(sort)));

    private static string Column(string sort)
    {
        switch (sort)
        {
            case "price":
                return "Price";
            case "age":
                return "Created DESC";
            default:
                throw new ArgumentOutOfRangeException(nameof(sort));
        }
    }
}
