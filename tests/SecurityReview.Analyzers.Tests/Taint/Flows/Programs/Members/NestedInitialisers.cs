// Nested object initialisers put the caller's text two members deep.
namespace Shop.Initialisers;

public class Sorting
{
    public string Column { get; set; } = "Id";

    public bool Descending { get; set; }
}

public class Listing
{
    public Sorting Sorting { get; } = new();

    public string Title { get; init; } = "";
}

public class ListingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("listings")]
    public IActionResult Get(string column)
    {
        var listing = new Listing { Title = "Articles", Sorting = { Column = column, Descending = true } };
        var sql = $"SELECT Id FROM Articles ORDER BY {listing.Sorting.Column} {(listing.Sorting.Descending ? "DESC" : "ASC")}";
        return Ok(new { listing.Title, ids = connection.Query<int>(sql) }); // reported
    }
}
//// good twin
// The nested initialiser sets another member; the caller's text is the title.
namespace Shop.Initialisers;

public class Sorting
{
    public string Column { get; set; } = "Id";

    public bool Descending { get; set; }
}

public class Listing
{
    public Sorting Sorting { get; } = new();

    public string Title { get; init; } = "";
}

public class ListingsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("listings")]
    public IActionResult Get(string column)
    {
        var listing = new Listing { Title = column, Sorting = { Column = "Name", Descending = true } };
        var sql = $"SELECT Id FROM Articles ORDER BY {listing.Sorting.Column} {(listing.Sorting.Descending ? "DESC" : "ASC")}";
        return Ok(new { listing.Title, ids = connection.Query<int>(sql) });
    }
}
