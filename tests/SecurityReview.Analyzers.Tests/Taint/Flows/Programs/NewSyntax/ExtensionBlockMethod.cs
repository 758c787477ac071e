// A method of an extension block on the connection takes a value and composes the statement.
namespace Shop.ExtensionMethods;

public static class Queries
{
    extension(SqliteConnection connection)
    {
        public IEnumerable<int> IdsByName(string table, string name)
        {
            var sql = $"SELECT Id FROM {table} WHERE Name = '{name}'";
            return connection.Query<int>(sql); // reported
        }
    }
}

public class ExtensionMethodsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("extension-methods")]
    public IActionResult Get(string name) => Ok(connection.IdsByName("Users", name));
}
//// good twin
// The extension puts its first argument, a constant, into the text and binds the second.
namespace Shop.ExtensionMethods;

public static class Queries
{
    extension(SqliteConnection connection)
    {
        public IEnumerable<int> IdsByName(string table, string name)
        {
            var sql = $"SELECT Id FROM {table} WHERE Name = @name";
            return connection.Query<int>(sql, new { name });
        }
    }
}

public class ExtensionMethodsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("extension-methods")]
    public IActionResult Get(string name) => Ok(connection.IdsByName("Users", name));
}
