// The array that WhenAll returns holds what each task made of one of the caller's names.
namespace Shop.Resolving;

public class ResolvingController(SqliteConnection connection) : ControllerBase
{
    private static async Task<string> QuoteAsync(string name)
    {
        await Task.Delay(5);
        return "'" + name + "'";
    }

    [HttpPost("resolving")]
    public async Task<IActionResult> Post([FromBody] List<string> names)
    {
        string[] quoted = await Task.WhenAll(names.Select(name => QuoteAsync(name)));
        var sql = "SELECT Id FROM Hosts WHERE Name IN (" + string.Join(", ", quoted) + ")";
        return Ok(await connection.QueryAsync<int>(sql)); // reported
    }
}
//// good twin
// Each task receives a name and gives back a placeholder for its position.
namespace Shop.Resolving;

public class ResolvingController(SqliteConnection connection) : ControllerBase
{
    private static async Task<string> QuoteAsync(string name, int position)
    {
        await Task.Delay(5);
        return name.Length == 0 ? "NULL" : "@p" + position;
    }

    [HttpPost("resolving")]
    public async Task<IActionResult> Post([FromBody] List<string> names)
    {
        string[] quoted = await Task.WhenAll(names.Select((name, position) => QuoteAsync(name, position)));
        var sql = "SELECT Id FROM Hosts WHERE Name IN (" + string.Join(", ", quoted) + ")";
        var values = new DynamicParameters();
        for (var i = 0; i < names.Count; i++)
        {
            values.Add("p" + i, names[i]);
        }

        return Ok(await connection.QueryAsync<int>(sql, values));
    }
}
