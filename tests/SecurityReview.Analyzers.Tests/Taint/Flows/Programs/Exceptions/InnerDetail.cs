// The inner exception is wrapped, unwrapped one level up, and sent to the client.
public sealed class StoreException(string text, Exception cause) : Exception(text, cause);

public class Store(SqliteConnection connection)
{
    public int Count()
    {
        try
        {
            return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Customers");
        }
        catch (SqliteException problem)
        {
            throw new StoreException("The store is not available.", problem);
        }
    }
}

public class CustomersController(Store store) : ControllerBase
{
    [HttpGet("customers/count")]
    public IActionResult Count()
    {
        try
        {
            return Ok(store.Count());
        }
        catch (StoreException problem)
        {
            return Problem(title: "Failed", detail: problem.InnerException!.Message); // reported
        }
    }
}
//// good twin
// The message of the own exception, which is constant, is sent to the client.
public sealed class StoreException(string text, Exception cause) : Exception(text, cause);

public class Store(SqliteConnection connection)
{
    public int Count()
    {
        try
        {
            return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Customers");
        }
        catch (SqliteException problem)
        {
            throw new StoreException("The store is not available.", problem);
        }
    }
}

public class CustomersController(Store store) : ControllerBase
{
    [HttpGet("customers/count")]
    public IActionResult Count()
    {
        try
        {
            return Ok(store.Count());
        }
        catch (StoreException problem)
        {
            return Problem(title: "Failed", detail: problem.Message);
        }
    }
}
