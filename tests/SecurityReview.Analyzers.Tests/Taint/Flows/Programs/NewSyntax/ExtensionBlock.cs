// Members of an extension block: a property and a method on strings.
namespace Shop.Extensions;

public static class SqlExtensions
{
    extension(string text)
    {
        public string Quoted => "'" + text + "'";

        public string LikePrefix(string column) => column + " LIKE '" + text + "%'";
    }

    extension(string)
    {
        public static string Always(string condition) => condition.Length == 0 ? "1 = 0" : "1 = 1";
    }
}

public class ExtensionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("extensions")]
    public IActionResult Get(string name)
    {
        var sql = "SELECT Id FROM Users WHERE Name = " + name.Quoted;
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The static extension looks at the quoted text and answers with constants.
namespace Shop.Extensions;

public static class SqlExtensions
{
    extension(string text)
    {
        public string Quoted => "'" + text + "'";

        public string LikePrefix(string column) => column + " LIKE '" + text + "%'";
    }

    extension(string)
    {
        public static string Always(string condition) => condition.Length == 0 ? "1 = 0" : "1 = 1";
    }
}

public class ExtensionsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("extensions")]
    public IActionResult Get(string name)
    {
        var sql = "SELECT Id FROM Users WHERE " + string.Always(name.Quoted);
        return Ok(connection.Query<int>(sql));
    }
}
