// A query with let and where computes the condition from the caller's text.
namespace Shop.QuerySyntax;

public record Filter(string Column, string Value);

public class QueryController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("query")]
    public IActionResult Post([FromBody] List<Filter> filters)
    {
        var conditions =
            from filter in filters
            let literal = "'" + filter.Value + "'"
            let width = filter.Value.Length
            where filter.Column.Length > 0
            orderby width
            select "Name = " + literal;
        var sql = "SELECT Id FROM Users WHERE " + string.Join(" OR ", conditions);
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The query selects what its second let computed, a number.
namespace Shop.QuerySyntax;

public record Filter(string Column, string Value);

public class QueryController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("query")]
    public IActionResult Post([FromBody] List<Filter> filters)
    {
        var conditions =
            from filter in filters
            let literal = "'" + filter.Value + "'"
            let width = filter.Value.Length
            where filter.Column.Length > 0
            orderby width
            select "Length = " + width;
        var sql = "SELECT Id FROM Users WHERE " + string.Join(" OR ", conditions);
        return Ok(connection.Query<int>(sql));
    }
}
