// An object is read from the caller's JSON.
using System.Text.Json;

namespace Shop.Json;

public class SavedFilter
{
    public string Name { get; set; } = "";

    public int Limit { get; set; }
}

public class JsonController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("json")]
    public IActionResult Get(string json)
    {
        var filter = JsonSerializer.Deserialize<SavedFilter>(json, JsonSerializerOptions.Web) ?? new SavedFilter();
        var sql = $"SELECT Id FROM Users WHERE Name = '{filter.Name}' LIMIT {filter.Limit}";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of the object only the number is put into the text.
using System.Text.Json;

namespace Shop.Json;

public class SavedFilter
{
    public string Name { get; set; } = "";

    public int Limit { get; set; }
}

public class JsonController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("json")]
    public IActionResult Get(string json)
    {
        var filter = JsonSerializer.Deserialize<SavedFilter>(json, JsonSerializerOptions.Web) ?? new SavedFilter();
        var sql = $"SELECT Id FROM Users WHERE Name = @Name LIMIT {filter.Limit}";
        return Ok(connection.Query<int>(sql, new { filter.Name }));
    }
}
