// A property with the field keyword keeps what its setter makes of the caller's text.
namespace Shop.Fields;

public class SearchOptions
{
    public string Term
    {
        get => field.Length == 0 ? "nothing" : field;
        set => field = value.Trim();
    } = "";

    public string Order
    {
        get;
        set => field = value == "desc" ? "DESC" : "ASC";
    } = "ASC";
}

public class OptionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("options")]
    public IActionResult Get([FromQuery] string term, [FromQuery] string order)
    {
        var options = new SearchOptions { Term = term, Order = order };
        var sql = $"SELECT Id FROM Docs WHERE Title = '{options.Term}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The setter of the other property keeps one of two constants.
namespace Shop.Fields;

public class SearchOptions
{
    public string Term
    {
        get => field.Length == 0 ? "nothing" : field;
        set => field = value.Trim();
    } = "";

    public string Order
    {
        get;
        set => field = value == "desc" ? "DESC" : "ASC";
    } = "ASC";
}

public class OptionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("options")]
    public IActionResult Get([FromQuery] string term, [FromQuery] string order)
    {
        var options = new SearchOptions { Term = term, Order = order };
        var sql = $"SELECT Id FROM Docs WHERE Title = @Term ORDER BY Id {options.Order}";
        return Ok(connection.Query<int>(sql, new { options.Term }));
    }
}
