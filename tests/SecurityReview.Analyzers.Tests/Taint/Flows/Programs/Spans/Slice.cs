// A slice of the caller's text becomes a string again.
namespace Shop.Slicing;

public class SlicingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("slicing")]
    public IActionResult Get(string code)
    {
        ReadOnlySpan<char> rest = code.AsSpan().TrimStart('#');
        var end = rest.IndexOf('-');
        var prefix = end < 0 ? rest : rest.Slice(0, end);
        var sql = "SELECT Id FROM Colors WHERE Code = '" + prefix.ToString() + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The slice is parsed as a number before it goes into the text.
namespace Shop.Slicing;

public class SlicingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("slicing")]
    public IActionResult Get(string code)
    {
        ReadOnlySpan<char> rest = code.AsSpan().TrimStart('#');
        var end = rest.IndexOf('-');
        var prefix = end < 0 ? rest : rest.Slice(0, end);
        var sql = "SELECT Id FROM Colors WHERE Code = " + int.Parse(prefix);
        return Ok(connection.Query<int>(sql));
    }
}
