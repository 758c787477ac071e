// A for loop joins the values that the caller sends to the text.
public class TagsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("tags/find")]
    public IEnumerable<int> Find([FromBody] string[] tags)
    {
        var clause = "";
        for (var i = 0; i < tags.Length; i++)
        {
            if (i > 0)
                clause += " OR ";
            clause += "Tag = '" + tags[i] + "'";
        }

        return connection.Query<int>("SELECT PostId FROM Tags WHERE " + clause); // reported
    }
}
//// good twin
// A for loop joins a placeholder for each of the values that the caller sends.
public class TagsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("tags/find")]
    public IEnumerable<int> Find([FromBody] string[] tags)
    {
        var clause = "";
        var parameters = new DynamicParameters();
        for (var i = 0; i < tags.Length; i++)
        {
            if (i > 0)
                clause += " OR ";
            clause += "Tag = @p" + i;
            parameters.Add("p" + i, tags[i]);
        }

        return connection.Query<int>("SELECT PostId FROM Tags WHERE " + clause, parameters);
    }
}
