// A method of the program appends the caller's text to the builder it is given.
using System.Text;

namespace Shop.Passing;

public static class BuilderExtensions
{
    public static StringBuilder AppendLiteral(this StringBuilder builder, string text) => builder.Append('\'').Append(text).Append('\'');
}

public class QueryWriter
{
    public void WriteFilter(StringBuilder builder, string name, int? age)
    {
        builder.Append(" WHERE Name = ").AppendLiteral(name);
        if (age is { } years)
        {
            builder.Append(" AND Age = ").Append(years);
        }
    }
}

public class PassingController(SqliteConnection connection, QueryWriter writer) : ControllerBase
{
    [HttpGet("passing")]
    public IActionResult Get(string name, int? age)
    {
        var sql = new StringBuilder("SELECT Id FROM Users");
        var note = new StringBuilder("Filter:");
        writer.WriteFilter(sql, name, age);
        return Ok(new { ids = connection.Query<int>(sql.ToString()), note = note.ToString() }); // reported
    }
}
//// good twin
// The method appends the caller's text to another builder.
using System.Text;

namespace Shop.Passing;

public static class BuilderExtensions
{
    public static StringBuilder AppendLiteral(this StringBuilder builder, string text) => builder.Append('\'').Append(text).Append('\'');
}

public class QueryWriter
{
    public void WriteFilter(StringBuilder builder, string name, int? age)
    {
        builder.Append(" WHERE Name = ").AppendLiteral(name);
        if (age is { } years)
        {
            builder.Append(" AND Age = ").Append(years);
        }
    }
}

public class PassingController(SqliteConnection connection, QueryWriter writer) : ControllerBase
{
    [HttpGet("passing")]
    public IActionResult Get(string name, int? age)
    {
        var sql = new StringBuilder("SELECT Id FROM Users");
        var note = new StringBuilder("Filter:");
        writer.WriteFilter(note, name, age);
        return Ok(new { ids = connection.Query<int>(sql.ToString()), note = note.ToString() });
    }
}
