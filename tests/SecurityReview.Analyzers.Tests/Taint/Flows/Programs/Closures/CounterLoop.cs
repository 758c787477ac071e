// A lambda captures an array and the index of a for loop, which both outlive the turn.
namespace Shop.Lines;

public class LinesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lines")]
    public int Count([FromForm] string[] codes)
    {
        var constants = new[] { "A", "B" };
        var counters = new Func<int>[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var index = i;
            counters[i] = () => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Lines WHERE Code = '" + codes[index] + "'"); // reported
        }

        return counters.Sum(count => count());
    }
}
//// good twin
// The lambda captures the array of constants and the index; of the codes only the number counts.
namespace Shop.Lines;

public class LinesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lines")]
    public int Count([FromForm] string[] codes)
    {
        var constants = new[] { "A", "B" };
        var counters = new Func<int>[codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            var index = i;
            counters[i] = () => connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Lines WHERE Code = '" + constants[index % constants.Length] + "'");
        }

        return counters.Sum(count => count());
    }
}
