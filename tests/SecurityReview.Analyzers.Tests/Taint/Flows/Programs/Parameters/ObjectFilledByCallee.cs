// A callee fills the object that it is given with what the caller sends.
public class Criteria
{
    public string Column = "Id";
    public string Caption = "";
}

public class ItemsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("items")]
    public IActionResult List()
    {
        var criteria = new Criteria();
        Fill(criteria, Request.Query["sort"].ToString());
        return Ok(connection.Query("SELECT * FROM Items ORDER BY " + criteria.Column)); // reported
    }

    private static void Fill(Criteria target, string sort)
    {
        if (sort.Length > 0)
            target.Column = sort;
    }
}
//// good twin
// The callee fills the other field of the object.
public class Criteria
{
    public string Column = "Id";
    public string Caption = "";
}

public class ItemsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("items")]
    public IActionResult List()
    {
        var criteria = new Criteria();
        Fill(criteria, Request.Query["sort"].ToString());
        return Ok(connection.Query("SELECT * FROM Items ORDER BY " + criteria.Column));
    }

    private static void Fill(Criteria target, string sort)
    {
        if (sort.Length > 0)
            target.Caption = sort;
    }
}
