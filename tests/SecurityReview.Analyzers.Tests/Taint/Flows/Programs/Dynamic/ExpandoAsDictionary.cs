// An expando is filled as a dictionary and read by its members.
using System.Dynamic;

namespace Shop.Bags;

public class BagsController(SqliteConnection connection) : ControllerBase
{
    private static dynamic Bag(string owner)
    {
        IDictionary<string, object?> bag = new ExpandoObject();
        bag["Owner"] = owner;
        bag.Add("Table", "Wallets");
        return bag;
    }

    [HttpGet("bags")]
    public IActionResult Get(string owner)
    {
        var bag = Bag(owner);
        string part = bag.Owner;
        return Ok(connection.Query<int>("SELECT Id FROM Wallets WHERE Note = '" + part + "'")); // reported
    }
}
//// good twin
// The member that is read holds a constant.
using System.Dynamic;

namespace Shop.Bags;

public class BagsController(SqliteConnection connection) : ControllerBase
{
    private static dynamic Bag(string owner)
    {
        IDictionary<string, object?> bag = new ExpandoObject();
        bag["Owner"] = owner;
        bag.Add("Table", "Wallets");
        return bag;
    }

    [HttpGet("bags")]
    public IActionResult Get(string owner)
    {
        var bag = Bag(owner);
        string part = bag.Table;
        return Ok(connection.Query<int>("SELECT Id FROM Wallets WHERE Note = '" + part + "'"));
    }
}
