// The guard tests the value, and afterwards another one is taken from the request.
public class FormsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("forms")]
    public IActionResult Show()
    {
        string field = Request.Form["field"].ToString();
        if (field != "Name" && field != "City")
            return BadRequest();
        field = Request.Form["column"].ToString();
        return Ok(connection.Query("SELECT " + field + " FROM Forms")); // reported
    }
}
//// good twin
// The guard tests the value that is taken last.
public class FormsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("forms")]
    public IActionResult Show()
    {
        string field = Request.Form["field"].ToString();
        field = Request.Form["column"].ToString();
        if (field != "Name" && field != "City")
            return BadRequest();
        return Ok(connection.Query("SELECT " + field + " FROM Forms"));
    }
}
