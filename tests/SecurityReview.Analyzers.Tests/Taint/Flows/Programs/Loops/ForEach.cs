// A foreach loop adds the keys of the form to the text.
public class ProfilesController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["City", "Phone"];

    [HttpPost("profiles/{id:int}")]
    public int Update(int id)
    {
        var parts = new List<string>();
        var parameters = new DynamicParameters(new { id });
        foreach (var column in Request.Form.Keys)
        {
            parts.Add(column + " = @" + column);
            parameters.Add(column, Request.Form[column].ToString());
        }

        return connection.Execute("UPDATE Profiles SET " + string.Join(", ", parts) + " WHERE Id = @id", parameters); // reported
    }
}
//// good twin
// A foreach loop adds the names of known columns; what the form holds is bound.
public class ProfilesController(SqliteConnection connection) : ControllerBase
{
    private static readonly string[] s_columns = ["City", "Phone"];

    [HttpPost("profiles/{id:int}")]
    public int Update(int id)
    {
        var parts = new List<string>();
        var parameters = new DynamicParameters(new { id });
        foreach (var column in s_columns)
        {
            parts.Add(column + " = @" + column);
            parameters.Add(column, Request.Form[column].ToString());
        }

        return connection.Execute("UPDATE Profiles SET " + string.Join(", ", parts) + " WHERE Id = @id", parameters);
    }
}
