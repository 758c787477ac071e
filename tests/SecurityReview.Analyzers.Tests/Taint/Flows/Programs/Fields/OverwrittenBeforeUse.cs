// A method called in between puts what the caller sends into the field.
public class RoomsController(SqliteConnection connection) : ControllerBase
{
    private string _floor = "0";

    [HttpGet("rooms")]
    public IActionResult List(string floor)
    {
        Reset();
        _floor = floor;
        return Ok(connection.Query<int>("SELECT Id FROM Rooms WHERE Floor = '" + _floor + "'")); // reported
    }

    private void Reset() => _floor = "0";
}
//// good twin
// A method called in between puts the constant back into the field.
public class RoomsController(SqliteConnection connection) : ControllerBase
{
    private string _floor = "0";

    [HttpGet("rooms")]
    public IActionResult List(string floor)
    {
        _floor = floor;
        Reset();
        return Ok(connection.Query<int>("SELECT Id FROM Rooms WHERE Floor = '" + _floor + "'"));
    }

    private void Reset() => _floor = "0";
}
