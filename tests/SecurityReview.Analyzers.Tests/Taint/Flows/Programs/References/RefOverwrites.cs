// A method swaps two variables by reference: the text moves into the one that is used.
namespace Shop.Swapping;

public class SwappingController(SqliteConnection connection) : ControllerBase
{
    private static void Swap<T>(ref T first, ref T second)
    {
        var held = first;
        first = second;
        second = held;
    }

    [HttpGet("swapping")]
    public IActionResult Get(string given)
    {
        var used = "standard";
        var spare = given;
        Swap(ref used, ref spare);
        using var command = new SqliteCommand("SELECT Id FROM Plans WHERE Name = '" + used + "'", connection); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The swap moves the text out of the variable that is used.
namespace Shop.Swapping;

public class SwappingController(SqliteConnection connection) : ControllerBase
{
    private static void Swap<T>(ref T first, ref T second)
    {
        var held = first;
        first = second;
        second = held;
    }

    [HttpGet("swapping")]
    public IActionResult Get(string given)
    {
        var used = given;
        var spare = "standard";
        Swap(ref used, ref spare);
        using var command = new SqliteCommand("SELECT Id FROM Plans WHERE Name = '" + used + "'", connection);
        return Ok(command.ExecuteScalar());
    }
}
