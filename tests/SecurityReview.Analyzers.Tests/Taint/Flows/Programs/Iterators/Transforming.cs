// An iterator takes a sequence, changes each element and yields it on.
namespace Shop.Batches;

public static class Batch
{
    public static IEnumerable<string> Normalized(IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length == 0)
            {
                yield break;
            }

            yield return value.Trim().ToUpperInvariant();
        }
    }
}

public class BatchController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("batch")]
    public IActionResult Post([FromBody] string[] codes)
    {
        var known = new[] { "a", "b" };
        foreach (var code in Batch.Normalized(codes))
        {
            connection.Execute("DELETE FROM Batch WHERE Code = '" + code + "'"); // reported
        }

        return Ok(Batch.Normalized(known).Count());
    }
}
//// good twin
// The iterator that runs into the statement walks constants; the codes go through the same iterator to be counted.
namespace Shop.Batches;

public static class Batch
{
    public static IEnumerable<string> Normalized(IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            if (value.Length == 0)
            {
                yield break;
            }

            yield return value.Trim().ToUpperInvariant();
        }
    }
}

public class BatchController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("batch")]
    public IActionResult Post([FromBody] string[] codes)
    {
        var known = new[] { "a", "b" };
        foreach (var code in Batch.Normalized(known))
        {
            connection.Execute("DELETE FROM Batch WHERE Code = '" + code + "'");
        }

        return Ok(Batch.Normalized(codes).Count());
    }
}
