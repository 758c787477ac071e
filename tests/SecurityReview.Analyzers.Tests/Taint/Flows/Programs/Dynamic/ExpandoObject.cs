// Members of an expando hold the caller's text and a constant.
using System.Dynamic;

namespace Shop.Expandos;

public class ExpandoController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("expando")]
    public IActionResult Get(string owner)
    {
        dynamic bag = new ExpandoObject();
        bag.Owner = owner;
        bag.Table = "Wallets";
        string table = bag.Table;
        string sql = "SELECT Id FROM " + table + " WHERE Owner = '" + bag.Owner + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of the expando only the constant is put into the text.
using System.Dynamic;

namespace Shop.Expandos;

public class ExpandoController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("expando")]
    public IActionResult Get(string owner)
    {
        dynamic bag = new ExpandoObject();
        bag.Owner = owner;
        bag.Table = "Wallets";
        string table = bag.Table;
        string sql = "SELECT Id FROM " + table + " WHERE Owner = @owner";
        return Ok(connection.Query<int>(sql, new { owner = (string)bag.Owner }));
    }
}
