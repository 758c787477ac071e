// A value type of the program converts to a string on its own.
namespace Shop.Emails;

public readonly struct Email(string address)
{
    private readonly string _address = address;

    public static implicit operator string(Email email) => email._address;

    public static implicit operator Email(string address) => new(address.Trim());
}

public class EmailsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("emails")]
    public IActionResult Get(string address)
    {
        Email email = address;
        string text = email;
        var sql = "SELECT Id FROM Users WHERE Email = '" + text + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The conversion back to a string gives a digest of letters and digits.
namespace Shop.Emails;

public readonly struct Email(string address)
{
    private readonly string _address = address;

    public static implicit operator string(Email email) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(email._address)));

    public static implicit operator Email(string address) => new(address.Trim());
}

public class EmailsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("emails")]
    public IActionResult Get(string address)
    {
        Email email = address;
        string text = email;
        var sql = "SELECT Id FROM Users WHERE Email = '" + text + "'";
        return Ok(connection.Query<int>(sql));
    }
}
