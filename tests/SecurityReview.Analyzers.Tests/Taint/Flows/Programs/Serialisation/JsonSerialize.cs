// An object with the caller's text is written as JSON into the statement: JSON does not escape for SQL.
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shop.JsonOut;

public record AuditEntry(string User, string Action, int Code);

public class AuditsController(SqliteConnection connection) : ControllerBase
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpPost("audits")]
    public IActionResult Post([FromForm] string user)
    {
        var entry = new AuditEntry(user, "login", 1);
        var json = JsonSerializer.Serialize(entry, s_options);
        return Ok(connection.Execute("INSERT INTO Audits (Json) VALUES ('" + json + "')")); // reported
    }
}
//// good twin
// The JSON with the caller's text is bound as a value.
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shop.JsonOut;

public record AuditEntry(string User, string Action, int Code);

public class AuditsController(SqliteConnection connection) : ControllerBase
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpPost("audits")]
    public IActionResult Post([FromForm] string user)
    {
        var entry = new AuditEntry(user, "login", 1);
        var json = JsonSerializer.Serialize(entry, s_options);
        return Ok(connection.Execute("INSERT INTO Audits (Json) VALUES (@json)", new { json }));
    }
}
