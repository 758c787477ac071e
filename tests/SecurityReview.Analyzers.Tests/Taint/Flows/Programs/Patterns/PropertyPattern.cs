// A nested property pattern names the member that holds the caller's text.
namespace Shop.Requests;

public record Address(string City, string Country);

public record SearchRequest(string Name, Address? Address);

public class RequestsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("requests")]
    public IActionResult Post([FromBody] SearchRequest request)
    {
        if (request is not { Address: { City: var city, Country.Length: var length } })
        {
            return BadRequest();
        }

        var sql = $"SELECT Id FROM Addresses WHERE CountryLength = {length} AND City = '{city}'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// Of what the pattern names only the length goes into the text.
namespace Shop.Requests;

public record Address(string City, string Country);

public record SearchRequest(string Name, Address? Address);

public class RequestsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("requests")]
    public IActionResult Post([FromBody] SearchRequest request)
    {
        if (request is not { Address: { City: var city, Country.Length: var length } })
        {
            return BadRequest();
        }

        var sql = $"SELECT Id FROM Addresses WHERE CountryLength = {length} AND City = @city";
        return Ok(connection.Query<int>(sql, new { city }));
    }
}
