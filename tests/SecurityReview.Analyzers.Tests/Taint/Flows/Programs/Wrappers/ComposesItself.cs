// A helper adds to the text that it is given, so that it composes and the finding stands in it.
public class Paging(SqliteConnection connection)
{
    public IEnumerable<dynamic> Page(string sql, string order, int page)
    {
        var text = sql + " ORDER BY " + order + " LIMIT 20 OFFSET " + (page * 20);
        return connection.Query(text); // reported
    }
}

public class ModelsController(Paging paging) : ControllerBase
{
    [HttpGet("models")]
    public IActionResult List(string order, int page) => Ok(paging.Page("SELECT * FROM Models", order, page));
}
//// good twin
// A helper adds a constant and a number to the constant text that it is given.
public class Paging(SqliteConnection connection)
{
    public IEnumerable<dynamic> Page(string sql, string order, int page)
    {
        var text = sql + " ORDER BY " + order + " LIMIT 20 OFFSET " + (page * 20);
        return connection.Query(text);
    }
}

public class ModelsController(Paging paging) : ControllerBase
{
    [HttpGet("models")]
    public IActionResult List(string order, int page) => Ok(paging.Page("SELECT * FROM Models", order.Length > 4 ? "Title" : "Id", page));
}
