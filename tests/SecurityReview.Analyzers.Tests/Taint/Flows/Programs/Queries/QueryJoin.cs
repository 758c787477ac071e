// A query joins the program's columns with the caller's filters.
namespace Shop.QueryJoins;

public record Field(string Key, string Column);

public record Wish(string Key, string Value);

public class WishesController(SqliteConnection connection) : ControllerBase
{
    private static readonly Field[] s_fields = [new("n", "Name"), new("c", "City")];

    [HttpPost("wishes")]
    public IActionResult Post([FromBody] Wish[] wishes)
    {
        var conditions =
            from field in s_fields
            join wish in wishes on field.Key equals wish.Key
            select field.Column + " LIKE '" + wish.Value + "%'";
        var sql = "SELECT Id FROM Wishes WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of each joined pair only the program's column is selected.
namespace Shop.QueryJoins;

public record Field(string Key, string Column);

public record Wish(string Key, string Value);

public class WishesController(SqliteConnection connection) : ControllerBase
{
    private static readonly Field[] s_fields = [new("n", "Name"), new("c", "City")];

    [HttpPost("wishes")]
    public IActionResult Post([FromBody] Wish[] wishes)
    {
        var conditions =
            from field in s_fields
            join wish in wishes on field.Key equals wish.Key
            select field.Column + (wish.Value.Length == 0 ? " IS NULL" : " IS NOT NULL");
        var sql = "SELECT Id FROM Wishes WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query<int>(sql));
    }
}
