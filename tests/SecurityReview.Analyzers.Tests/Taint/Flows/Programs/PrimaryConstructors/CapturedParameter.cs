// Parameters of the primary constructor are used in a method, as if they were fields.
public sealed class TaskQuery(string owner, string project)
{
    public string Sql() => "SELECT Id FROM Tasks WHERE Owner = @owner AND Project = '" + project + "'";

    public object Parameters() => new { owner };
}

public class TasksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tasks")]
    public IActionResult List(string project)
    {
        var query = new TaskQuery("me", project);
        return Ok(connection.Query<int>(query.Sql(), query.Parameters())); // reported
    }
}
//// good twin
// What the caller sends is the parameter that is bound.
public sealed class TaskQuery(string owner, string project)
{
    public string Sql() => "SELECT Id FROM Tasks WHERE Owner = @owner AND Project = '" + project + "'";

    public object Parameters() => new { owner };
}

public class TasksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("tasks")]
    public IActionResult List(string project)
    {
        var query = new TaskQuery(project, "inbox");
        return Ok(connection.Query<int>(query.Sql(), query.Parameters()));
    }
}
