// A member of the deserialized body goes into the text, through a service.
public class CustomerSearch
{
    public string? City { get; set; }

    public int Limit { get; set; }
}

public class CustomerService(SqliteConnection connection)
{
    public IEnumerable<int> Find(CustomerSearch search)
    {
        var sql = "SELECT Id FROM Customers WHERE City = '" + search.City + "' LIMIT " + search.Limit;
        return connection.Query<int>(sql); // reported
    }
}

[ApiController]
public class SearchController(CustomerService service) : ControllerBase
{
    [HttpPost("customers/search")]
    public IEnumerable<int> Search([FromBody] CustomerSearch search) => service.Find(search);
}
//// good twin
// The member that is text is bound, and only the number goes into the text.
public class CustomerSearch
{
    public string? City { get; set; }

    public int Limit { get; set; }
}

public class CustomerService(SqliteConnection connection)
{
    public IEnumerable<int> Find(CustomerSearch search)
    {
        var sql = "SELECT Id FROM Customers WHERE City = @City LIMIT " + search.Limit;
        return connection.Query<int>(sql, search);
    }
}

[ApiController]
public class SearchController(CustomerService service) : ControllerBase
{
    [HttpPost("customers/search")]
    public IEnumerable<int> Search([FromBody] CustomerSearch search) => service.Find(search);
}
