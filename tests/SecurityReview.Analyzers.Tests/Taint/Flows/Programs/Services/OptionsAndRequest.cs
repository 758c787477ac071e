// Options say the table and the request says the value; both are put into one format.
using Microsoft.Extensions.Options;

namespace Shop.Settings;

public sealed class QueryOptions
{
    public string Table { get; set; } = "Orders";

    public string Format { get; set; } = "SELECT * FROM {0} WHERE Code = '{1}'";
}

public class OrdersController(IOptions<QueryOptions> options, SqliteConnection connection) : ControllerBase
{
    private readonly QueryOptions _options = options.Value;

    [HttpGet("orders/{code}")]
    public IActionResult Get(string code)
    {
        var sql = string.Format(_options.Format, _options.Table, code);
        return Ok(connection.Query(sql)); // reported
    }
}
//// good twin
// The value of the request is cut to its length.
using Microsoft.Extensions.Options;

namespace Shop.Settings;

public sealed class QueryOptions
{
    public string Table { get; set; } = "Orders";

    public string Format { get; set; } = "SELECT * FROM {0} WHERE Code = '{1}'";
}

public class OrdersController(IOptions<QueryOptions> options, SqliteConnection connection) : ControllerBase
{
    private readonly QueryOptions _options = options.Value;

    [HttpGet("orders/{code}")]
    public IActionResult Get(string code)
    {
        var sql = string.Format(_options.Format, _options.Table, code.Length);
        return Ok(connection.Query(sql));
    }
}
