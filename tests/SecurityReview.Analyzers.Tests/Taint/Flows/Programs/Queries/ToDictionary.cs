// ToDictionary takes key and value out of the caller's objects.
namespace Shop.Dictionaries;

public record Setting(string Key, string Value, int Level);

public class SettingsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("settings")]
    public IActionResult Post([FromBody] Setting[] settings)
    {
        var byKey = settings.ToDictionary(setting => setting.Level, setting => setting.Value);
        if (!byKey.TryGetValue(1, out var first))
        {
            return NotFound();
        }

        var sql = "UPDATE Settings SET Value = '" + first + "'";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// The values of the dictionary are numbers.
namespace Shop.Dictionaries;

public record Setting(string Key, string Value, int Level);

public class SettingsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("settings")]
    public IActionResult Post([FromBody] Setting[] settings)
    {
        var byKey = settings.ToDictionary(setting => setting.Level, setting => setting.Key.Length + setting.Value.Length);
        if (!byKey.TryGetValue(1, out var first))
        {
            return NotFound();
        }

        var sql = "UPDATE Settings SET Value = '" + first + "'";
        return Ok(connection.Execute(sql));
    }
}
