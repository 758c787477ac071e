// A local function appends to the list and text that it has captured.
namespace Shop.Local;

public class GuestsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("guests")]
    public IActionResult Get(string? name, string? city)
    {
        var conditions = new List<string>();
        var values = new Dictionary<string, object>();
        Add("Name", name);
        Add("City", city);
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query("SELECT * FROM Guests" + where, values)); // reported

        void Add(string column, string? value)
        {
            if (value is null)
                return;
            conditions.Add($"{column} = '{value}'");
            values[column] = value;
        }
    }
}
//// good twin
// The local function appends the name of a parameter.
namespace Shop.Local;

public class GuestsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("guests")]
    public IActionResult Get(string? name, string? city)
    {
        var conditions = new List<string>();
        var values = new Dictionary<string, object>();
        Add("Name", name);
        Add("City", city);
        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        return Ok(connection.Query("SELECT * FROM Guests" + where, values));

        void Add(string column, string? value)
        {
            if (value is null)
                return;
            conditions.Add($"{column} = @{column}");
            values[column] = value;
        }
    }
}
