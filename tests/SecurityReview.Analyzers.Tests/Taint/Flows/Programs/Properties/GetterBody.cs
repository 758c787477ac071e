// The getter of a property reads the request.
public class BranchesController(SqliteConnection connection) : ControllerBase
{
    private string Wanted
    {
        get
        {
            var value = Request.Query["branch"];
            return value.Count == 0 ? "main" : value[0]!;
        }
    }

    [HttpGet("branches")]
    public IActionResult List() =>
        Ok(connection.Query("SELECT * FROM Branches WHERE Name = '" + Wanted + "'")); // reported
}
//// good twin
// The getter of a property looks at the request and returns one of two constants.
public class BranchesController(SqliteConnection connection) : ControllerBase
{
    private string Wanted
    {
        get
        {
            var value = Request.Query["branch"];
            return value.Count == 0 ? "main" : "side";
        }
    }

    [HttpGet("branches")]
    public IActionResult List() =>
        Ok(connection.Query("SELECT * FROM Branches WHERE Name = '" + Wanted + "'"));
}
