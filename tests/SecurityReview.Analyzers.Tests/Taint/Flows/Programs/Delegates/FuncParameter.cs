// A repository takes the condition as a function and composes the text from its answer.
namespace Shop.Repositories;

public class CustomerRepository(SqliteConnection connection)
{
    public IReadOnlyList<string> Select(Func<string> condition)
    {
        var sql = "SELECT Name FROM Customers WHERE " + condition();
        return connection.Query<string>(sql).AsList(); // reported
    }
}

public class CustomerController(CustomerRepository repository) : ControllerBase
{
    [HttpGet("customers/{city}")]
    public IActionResult InCity(string city)
    {
        var names = repository.Select(() => "City = '" + city + "'");
        return Ok(names);
    }
}
//// good twin
// The function captures the caller's text but answers with a constant condition.
namespace Shop.Repositories;

public class CustomerRepository(SqliteConnection connection)
{
    public IReadOnlyList<string> Select(Func<string> condition)
    {
        var sql = "SELECT Name FROM Customers WHERE " + condition();
        return connection.Query<string>(sql).AsList();
    }
}

public class CustomerController(CustomerRepository repository) : ControllerBase
{
    [HttpGet("customers/{city}")]
    public IActionResult InCity(string city)
    {
        var names = repository.Select(() => city.Length == 0 ? "City IS NULL" : "City IS NOT NULL");
        return Ok(names);
    }
}
