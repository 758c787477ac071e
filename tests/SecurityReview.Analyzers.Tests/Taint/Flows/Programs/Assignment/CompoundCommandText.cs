// The text of the command grows by compound assignment, and one part is what the caller sends.
public class OrderSearch(SqliteConnection connection)
{
    public long Count(string? customer, bool open)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Orders WHERE 1 = 1";
        if (open)
            command.CommandText += " AND Closed IS NULL";
        if (customer != null)
            command.CommandText += " AND Customer = '" + customer + "'"; // reported
        return (long)command.ExecuteScalar()!;
    }
}

public class OrdersController(OrderSearch search) : ControllerBase
{
    [HttpGet("orders/count")]
    public long Count(string? customer, bool open) => search.Count(customer, open);
}
//// good twin
// What the caller sends decides whether a part is added, and is bound as a parameter.
public class OrderSearch(SqliteConnection connection)
{
    public long Count(string? customer, bool open)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Orders WHERE 1 = 1";
        if (open)
            command.CommandText += " AND Closed IS NULL";
        if (customer != null)
            command.CommandText += " AND Customer = " + command.Parameters.AddWithValue("$customer", customer).ParameterName;
        return (long)command.ExecuteScalar()!;
    }
}

public class OrdersController(OrderSearch search) : ControllerBase
{
    [HttpGet("orders/count")]
    public long Count(string? customer, bool open) => search.Count(customer, open);
}
