// Requests are projected to data objects, grouped and written out one by one.
namespace Shop.Projections;

public sealed record Line(string Sku, int Count);

public sealed record LineDto(string Key, int Total);

public class LinesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lines")]
    public async Task<IActionResult> Post([FromBody] List<Line> lines)
    {
        var totals = lines
            .Where(line => line.Count > 0)
            .GroupBy(line => line.Sku)
            .Select(group => new LineDto(group.Key, group.Sum(line => line.Count)))
            .OrderByDescending(dto => dto.Total)
            .ToList();
        var statements = totals.Select(dto => $"UPDATE Stock SET Count = Count - {dto.Total} WHERE Sku = '{dto.Key}'");
        foreach (var statement in statements)
            await connection.ExecuteAsync(statement); // reported
        return NoContent();
    }
}
//// good twin
// The projection keeps the number of each.
namespace Shop.Projections;

public sealed record Line(string Sku, int Count);

public sealed record LineDto(string Key, int Total);

public class LinesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("lines")]
    public async Task<IActionResult> Post([FromBody] List<Line> lines)
    {
        var totals = lines
            .Where(line => line.Count > 0)
            .GroupBy(line => line.Sku)
            .Select(group => new LineDto(group.Key, group.Sum(line => line.Count)))
            .OrderByDescending(dto => dto.Total)
            .ToList();
        var statements = totals.Select(dto => $"UPDATE Stock SET Count = Count - {dto.Total} WHERE Total = {dto.Total}");
        foreach (var statement in statements)
            await connection.ExecuteAsync(statement);
        return NoContent();
    }
}
