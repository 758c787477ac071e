// A Deconstruct method of the program takes an object apart, an extension another.
namespace Shop.Parts;

public class Credentials(string user, string realm)
{
    public void Deconstruct(out string outUser, out string outRealm) => (outUser, outRealm) = (user, realm);
}

public static class Deconstructions
{
    public static void Deconstruct(this Uri uri, out string host, out int port) => (host, port) = (uri.Host, uri.Port);
}

public class PartsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("parts")]
    public IActionResult Get(string user, Uri server)
    {
        var (name, realm) = new Credentials(user, "local");
        var (_, port) = server;
        var sql = $"SELECT Id FROM Logins WHERE Port = {port} AND Realm = '{realm}' AND Name = '{name}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of the parts only the constant and the number are put into the text.
namespace Shop.Parts;

public class Credentials(string user, string realm)
{
    public void Deconstruct(out string outUser, out string outRealm) => (outUser, outRealm) = (user, realm);
}

public static class Deconstructions
{
    public static void Deconstruct(this Uri uri, out string host, out int port) => (host, port) = (uri.Host, uri.Port);
}

public class PartsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("parts")]
    public IActionResult Get(string user, Uri server)
    {
        var (name, realm) = new Credentials(user, "local");
        var (_, port) = server;
        var sql = $"SELECT Id FROM Logins WHERE Port = {port} AND Realm = '{realm}' AND Name = @name";
        return Ok(connection.Query<int>(sql, new { name }));
    }
}
