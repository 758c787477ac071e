// ToLookup gathers the caller's texts under constant keys.
namespace Shop.Lookups;

public class LookupsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lookups")]
    public IActionResult Get([FromQuery] List<string> codes)
    {
        var byKind = codes.ToLookup(code => code.StartsWith('A') ? "known" : "other", code => code);
        var sql = "SELECT Id FROM Codes WHERE Code = '" + byKind["known"].FirstOrDefault() + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The texts gathered under the key are only counted.
namespace Shop.Lookups;

public class LookupsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("lookups")]
    public IActionResult Get([FromQuery] List<string> codes)
    {
        var byKind = codes.ToLookup(code => code.StartsWith('A') ? "known" : "other", code => code);
        var sql = "SELECT Id FROM Codes LIMIT " + byKind["known"].Count();
        return Ok(connection.Query<int>(sql));
    }
}
