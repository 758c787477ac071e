// A builder returns itself or another one, by a condition, and ends in the text.
namespace Shop.Fluent;

public sealed record Search(string Table)
{
    public string Filter { get; private init; } = "";

    public int Limit { get; private init; } = 10;

    public Search Where(string filter) => this with { Filter = Filter.Length == 0 ? filter : Filter + " AND " + filter };

    public Search Take(int limit) => this with { Limit = limit };

    public Search When(bool condition, Func<Search, Search> change) => condition ? change(this) : this;

    public string ToSql() => $"SELECT * FROM {Table}{(Filter.Length > 0 ? " WHERE " + Filter : "")} LIMIT {Limit}";
}

public class FluentController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("fluent")]
    public IActionResult Get(string? owner)
    {
        var search = new Search("Docs")
            .Where("Deleted = 0")
            .When(!string.IsNullOrEmpty(owner), current => current.Where($"Owner = '{owner}'"))
            .Take(50);
        return Ok(connection.Query(search.ToSql(), new { owner })); // reported
    }
}
//// good twin
// The builder only keeps whether there was a text.
namespace Shop.Fluent;

public sealed record Search(string Table)
{
    public string Filter { get; private init; } = "";

    public int Limit { get; private init; } = 10;

    public Search Where(string filter) => this with { Filter = Filter.Length == 0 ? filter : Filter + " AND " + filter };

    public Search Take(int limit) => this with { Limit = limit };

    public Search When(bool condition, Func<Search, Search> change) => condition ? change(this) : this;

    public string ToSql() => $"SELECT * FROM {Table}{(Filter.Length > 0 ? " WHERE " + Filter : "")} LIMIT {Limit}";
}

public class FluentController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("fluent")]
    public IActionResult Get(string? owner)
    {
        var search = new Search("Docs")
            .Where("Deleted = 0")
            .When(!string.IsNullOrEmpty(owner), current => current.Where("Owner = @owner"))
            .Take(50);
        return Ok(connection.Query(search.ToSql(), new { owner }));
    }
}
