// The span's ranges of a split are used to cut the text.
namespace Shop.Splitting;

public class SplittingController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("splitting")]
    public IActionResult Delete(string keys)
    {
        var deleted = 0;
        foreach (var range in keys.AsSpan().Split(','))
        {
            var key = keys[range];
            deleted += connection.Execute("DELETE FROM Keys WHERE Name = '" + key + "'"); // reported
        }

        return Ok(deleted);
    }
}
//// good twin
// The ranges give positions, which are numbers; the text itself is bound.
namespace Shop.Splitting;

public class SplittingController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("splitting")]
    public IActionResult Delete(string keys)
    {
        var deleted = 0;
        foreach (var range in keys.AsSpan().Split(','))
        {
            var key = keys[range];
            deleted += connection.Execute($"DELETE FROM Keys WHERE Position >= {range.Start.Value} AND Name = @key", new { key });
        }

        return Ok(deleted);
    }
}
