// A retry helper runs a lambda that has captured the composed statement.
namespace Shop.Retrying;

public static class Retry
{
    public static async Task<T> ExecuteAsync<T>(Func<Task<T>> action, int attempts = 3)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (DbException) when (attempt < attempts)
            {
                await Task.Delay(attempt * 100).ConfigureAwait(false);
            }
        }
    }
}

public class BooksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("books")]
    public async Task<IActionResult> Get(string isbn)
    {
        var where = string.IsNullOrEmpty(isbn) ? "" : " WHERE Isbn = '" + isbn + "'";
        var books = await Retry.ExecuteAsync(async () =>
        {
            var found = await connection.QueryAsync<string>("SELECT Title FROM Books" + where, new { isbn }); // reported
            return found.ToList();
        });
        return Ok(books);
    }
}
//// good twin
// The statement in the lambda has a parameter.
namespace Shop.Retrying;

public static class Retry
{
    public static async Task<T> ExecuteAsync<T>(Func<Task<T>> action, int attempts = 3)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action().ConfigureAwait(false);
            }
            catch (DbException) when (attempt < attempts)
            {
                await Task.Delay(attempt * 100).ConfigureAwait(false);
            }
        }
    }
}

public class BooksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("books")]
    public async Task<IActionResult> Get(string isbn)
    {
        var where = string.IsNullOrEmpty(isbn) ? "" : " WHERE Isbn = @isbn";
        var books = await Retry.ExecuteAsync(async () =>
        {
            var found = await connection.QueryAsync<string>("SELECT Title FROM Books" + where, new { isbn });
            return found.ToList();
        });
        return Ok(books);
    }
}
