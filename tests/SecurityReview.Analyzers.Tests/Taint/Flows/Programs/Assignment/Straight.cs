// What the caller sends is copied from local to local and ends in the text.
public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers")]
    public IActionResult Find(string name)
    {
        var wanted = name;
        string filter;
        filter = wanted;
        var city = "Bern";
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Customers WHERE City = '" + city + "' AND Name = '" + filter + "'"; // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The same copies are made, and only the constant one becomes text.
public class CustomersController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("customers")]
    public IActionResult Find(string name)
    {
        var wanted = name;
        string filter;
        filter = wanted;
        var city = "Bern";
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Customers WHERE City = '" + city + "'";
        return Ok(new { filter, id = command.ExecuteScalar() });
    }
}
