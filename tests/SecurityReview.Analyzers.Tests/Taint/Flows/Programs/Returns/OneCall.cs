// A method of the same class returns what the caller sends, trimmed.
public class CitiesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cities")]
    public IActionResult Find()
    {
        var name = Read("city");
        return Ok(connection.Query<int>("SELECT Id FROM Cities WHERE Name = '" + name + "'")); // reported
    }

    private string Read(string key)
    {
        var value = Request.Query[key].ToString().Trim();
        return value.Length == 0 ? "Bern" : value;
    }
}
//// good twin
// A method of the same class looks at what the caller sends and returns one of two constants.
public class CitiesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("cities")]
    public IActionResult Find()
    {
        var name = Read("city");
        return Ok(connection.Query<int>("SELECT Id FROM Cities WHERE Name = '" + name + "'"));
    }

    private string Read(string key)
    {
        var value = Request.Query[key].ToString().Trim();
        return value.Length == 0 ? "Bern" : "Basel";
    }
}
