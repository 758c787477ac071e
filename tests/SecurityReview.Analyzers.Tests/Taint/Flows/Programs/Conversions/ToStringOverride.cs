// The interpolation calls ToString of a type of the program.
namespace Shop.Coordinates;

public class Place(string name, double latitude)
{
    public string Code => latitude > 0 ? "N" : "S";

    public override string ToString() => name;
}

public class PlacesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("places")]
    public IActionResult Get(string name, double latitude)
    {
        var place = new Place(name, latitude);
        var sql = $"SELECT Id FROM Places WHERE Half = '{place.Code}' AND Name = '{place}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// ToString gives the number of characters of the text.
namespace Shop.Coordinates;

public class Place(string name, double latitude)
{
    public string Code => latitude > 0 ? "N" : "S";

    public override string ToString() => name.Length + " characters";
}

public class PlacesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("places")]
    public IActionResult Get(string name, double latitude)
    {
        var place = new Place(name, latitude);
        var sql = $"SELECT Id FROM Places WHERE Half = '{place.Code}' AND Name = '{place}'";
        return Ok(connection.Query<int>(sql));
    }
}
