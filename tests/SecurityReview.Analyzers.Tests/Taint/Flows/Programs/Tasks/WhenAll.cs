// Several tasks are awaited together; the element that holds the caller's text is used.
namespace Shop.Parallel;

public class FragmentService
{
    public async Task<string> ColumnAsync()
    {
        await Task.Yield();
        return "Total";
    }

    public async Task<string> FilterAsync(string text)
    {
        await Task.Yield();
        return text.ToLowerInvariant();
    }
}

public class WhenAllController(SqliteConnection connection, FragmentService fragments) : ControllerBase
{
    [HttpGet("when-all")]
    public async Task<IActionResult> Get(string filter)
    {
        var column = fragments.ColumnAsync();
        var value = fragments.FilterAsync(filter);
        await Task.WhenAll(column, value);
        var sql = "SELECT Id FROM Sales WHERE Kind = '" + value.Result + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Both tasks are awaited together; only the one with the constant is put into the text.
namespace Shop.Parallel;

public class FragmentService
{
    public async Task<string> ColumnAsync()
    {
        await Task.Yield();
        return "Total";
    }

    public async Task<string> FilterAsync(string text)
    {
        await Task.Yield();
        return text.ToLowerInvariant();
    }
}

public class WhenAllController(SqliteConnection connection, FragmentService fragments) : ControllerBase
{
    [HttpGet("when-all")]
    public async Task<IActionResult> Get(string filter)
    {
        var column = fragments.ColumnAsync();
        var value = fragments.FilterAsync(filter);
        await Task.WhenAll(column, value);
        var sql = "SELECT " + column.Result + " FROM Sales WHERE Kind = @kind";
        return Ok(connection.Query<int>(sql, new { kind = value.Result }));
    }
}
