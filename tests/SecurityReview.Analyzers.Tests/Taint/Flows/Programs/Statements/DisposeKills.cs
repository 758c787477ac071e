// The text is read from a resource before it is disposed of.
namespace Shop.Disposing;

public sealed class Lease : IDisposable
{
    public string Holder { get; set; } = "nobody";

    public void Dispose() => Holder = "nobody";
}

public class LeasesController(SqliteConnection connection) : ControllerBase
{
    private readonly Lease _lease = new();

    [HttpPost("leases")]
    public IActionResult Post([FromForm] string holder)
    {
        var seen = _lease.Holder;
        using (_lease)
        {
            _lease.Holder = holder;
            seen = _lease.Holder;
        }

        var sql = "INSERT INTO Leases (Holder) VALUES ('" + seen + "')";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// The text is read after Dispose, which has overwritten it.
namespace Shop.Disposing;

public sealed class Lease : IDisposable
{
    public string Holder { get; set; } = "nobody";

    public void Dispose() => Holder = "nobody";
}

public class LeasesController(SqliteConnection connection) : ControllerBase
{
    private readonly Lease _lease = new();

    [HttpPost("leases")]
    public IActionResult Post([FromForm] string holder)
    {
        var seen = _lease.Holder;
        using (_lease)
        {
            _lease.Holder = holder;
        }

        seen = _lease.Holder;
        var sql = "INSERT INTO Leases (Holder) VALUES ('" + seen + "')";
        return Ok(connection.Execute(sql));
    }
}
