// A list holds objects, one of whose members is what the caller sends.
public class Condition(string column, string value)
{
    public string Column { get; } = column;

    public string Value { get; } = value;
}

public class QueryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("query")]
    public IActionResult Find(string size, string color)
    {
        var conditions = new List<Condition>();
        conditions.Add(new Condition("Size", size));
        conditions.Add(new Condition("Color", color));
        var parameters = new DynamicParameters();
        var where = new List<string>();
        foreach (var condition in conditions)
        {
            where.Add($"{condition.Column} = '{condition.Value}'");
            parameters.Add(condition.Column, condition.Value);
        }

        return Ok(connection.Query("SELECT * FROM Articles WHERE " + string.Join(" AND ", where), parameters)); // reported
    }
}
//// good twin
// The member of the objects that is a constant goes into the text, the other one is bound.
public class Condition(string column, string value)
{
    public string Column { get; } = column;

    public string Value { get; } = value;
}

public class QueryController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("query")]
    public IActionResult Find(string size, string color)
    {
        var conditions = new List<Condition>();
        conditions.Add(new Condition("Size", size));
        conditions.Add(new Condition("Color", color));
        var parameters = new DynamicParameters();
        var where = new List<string>();
        foreach (var condition in conditions)
        {
            where.Add($"{condition.Column} = @{condition.Column}");
            parameters.Add(condition.Column, condition.Value);
        }

        return Ok(connection.Query("SELECT * FROM Articles WHERE " + string.Join(" AND ", where), parameters));
    }
}
