// Members of an extension block call each other, and the last one runs what it is called on.
namespace Shop.Blocks;

public static class SearchExtensions
{
    extension(string term)
    {
        public string Pattern => "%" + term.Trim() + "%";

        public string AsLike(string column) => column + " LIKE '" + term.Pattern + "'";
    }

    extension(SqliteConnection connection)
    {
        public IEnumerable<int> Search(string term)
        {
            var sql = "SELECT Id FROM Items WHERE " + term.AsLike("Name");
            return connection.Query<int>(sql, new { pattern = term.Pattern }); // reported
        }
    }
}

public class BlocksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("blocks")]
    public IActionResult Get(string term) => Ok(connection.Search(term));
}
//// good twin
// The member of the extension block runs a constant, and passes what it is called on as a value.
namespace Shop.Blocks;

public static class SearchExtensions
{
    extension(string term)
    {
        public string Pattern => "%" + term.Trim() + "%";

        public string AsLike(string column) => column + " LIKE '" + term.Pattern + "'";
    }

    extension(SqliteConnection connection)
    {
        public IEnumerable<int> Search(string term)
        {
            var sql = "SELECT Id FROM Items WHERE " + "Name LIKE @pattern";
            return connection.Query<int>(sql, new { pattern = term.Pattern });
        }
    }
}

public class BlocksController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("blocks")]
    public IActionResult Get(string term) => Ok(connection.Search(term));
}
