// A virtual method is overridden, and the object made here is of the base class, which composes.
public class Source
{
    public virtual string Table(string asked) => asked;
}

public sealed class FixedSource : Source
{
    public override string Table(string asked) => asked.Length > 5 ? "LargeFacts" : "Facts";
}

public class FactsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("facts/{table}")]
    public IActionResult Load(string table)
    {
        Source source = new Source();
        return Ok(connection.Query("SELECT * FROM " + source.Table(table))); // reported
    }
}
//// good twin
// The object made here is of the derived class, which answers with constants.
public class Source
{
    public virtual string Table(string asked) => asked;
}

public sealed class FixedSource : Source
{
    public override string Table(string asked) => asked.Length > 5 ? "LargeFacts" : "Facts";
}

public class FactsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("facts/{table}")]
    public IActionResult Load(string table)
    {
        Source source = new FixedSource();
        return Ok(connection.Query("SELECT * FROM " + source.Table(table)));
    }
}
