// An iterator yields clauses made of the caller's text, which are joined.
namespace Shop.Filtering;

public class FilterBuilder
{
    public static IEnumerable<string> Clauses(string name, int? age)
    {
        yield return "Deleted = 0";
        if (age is not null)
        {
            yield return "Age > " + age;
        }

        yield return "Name = '" + name + "'";
    }
}

public class PeopleController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("people")]
    public IActionResult Get(string name, int? age)
    {
        var sql = "SELECT * FROM People WHERE " + string.Join(" AND ", FilterBuilder.Clauses(name, age));
        return Ok(connection.Query<string>(sql)); // reported
    }
}
//// good twin
// The iterator yields constants and numbers; the text decides only whether one is yielded.
namespace Shop.Filtering;

public class FilterBuilder
{
    public static IEnumerable<string> Clauses(string name, int? age)
    {
        yield return "Deleted = 0";
        if (age is not null)
        {
            yield return "Age > " + age;
        }

        if (name.Length > 0)
        {
            yield return "Name = @name";
        }
    }
}

public class PeopleController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("people")]
    public IActionResult Get(string name, int? age)
    {
        var sql = "SELECT * FROM People WHERE " + string.Join(" AND ", FilterBuilder.Clauses(name, age));
        return Ok(connection.Query<string>(sql, new { name }));
    }
}
