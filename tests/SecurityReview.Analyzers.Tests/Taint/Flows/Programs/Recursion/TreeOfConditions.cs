// A tree of conditions from the body is turned into text by a method that calls itself.
public class Condition
{
    public string Column { get; set; } = "";

    public string Value { get; set; } = "";

    public bool Any { get; set; }

    public List<Condition> Children { get; set; } = [];
}

public class FilterController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("filter")]
    public IActionResult Find([FromBody] Condition condition)
    {
        var values = new DynamicParameters();
        var where = Text(condition, values, 0);
        return Ok(connection.Query("SELECT * FROM Records WHERE " + where, values)); // reported
    }

    private static string Text(Condition condition, DynamicParameters values, int depth)
    {
        if (condition.Children.Count > 0)
            return "(" + string.Join(condition.Any ? " OR " : " AND ", condition.Children.Select(child => Text(child, values, depth + 1))) + ")";
        var name = "v" + depth + "_" + values.ParameterNames.Count();
        values.Add(name, condition.Value);
        return condition.Column + " = @" + name;
    }
}
//// good twin
// The values of the tree are bound, and the columns are one of three constants.
public class Condition
{
    public string Column { get; set; } = "";

    public string Value { get; set; } = "";

    public bool Any { get; set; }

    public List<Condition> Children { get; set; } = [];
}

public class FilterController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("filter")]
    public IActionResult Find([FromBody] Condition condition)
    {
        var values = new DynamicParameters();
        var where = Text(condition, values, 0);
        return Ok(connection.Query("SELECT * FROM Records WHERE " + where, values));
    }

    private static string Text(Condition condition, DynamicParameters values, int depth)
    {
        if (condition.Children.Count > 0)
            return "(" + string.Join(condition.Any ? " OR " : " AND ", condition.Children.Select(child => Text(child, values, depth + 1))) + ")";
        var name = "v" + depth + "_" + values.ParameterNames.Count();
        values.Add(name, condition.Value);
        return (condition.Column switch { "size" => "Size", "color" => "Color", _ => "Id" }) + " = @" + name;
    }
}
