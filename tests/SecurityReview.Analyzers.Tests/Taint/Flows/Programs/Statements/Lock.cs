// A field is written and read within lock blocks.
namespace Shop.Locks;

public class Shared
{
    private readonly Lock _gate = new();
    private string _last = "";
    private int _count;

    public void Remember(string text)
    {
        lock (_gate)
        {
            _last = text;
            _count++;
        }
    }

    public string Last()
    {
        lock (_gate)
        {
            return _last;
        }
    }

    public int Count()
    {
        lock (_gate)
        {
            return _count;
        }
    }
}

public class LocksController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("locks")]
    public IActionResult Post([FromForm] string text)
    {
        var shared = new Shared();
        shared.Remember(text);
        var sql = "UPDATE Locks SET Text = '" + shared.Last() + "'";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// Of what is guarded by the lock only the number is read.
namespace Shop.Locks;

public class Shared
{
    private readonly Lock _gate = new();
    private string _last = "";
    private int _count;

    public void Remember(string text)
    {
        lock (_gate)
        {
            _last = text;
            _count++;
        }
    }

    public string Last()
    {
        lock (_gate)
        {
            return _last;
        }
    }

    public int Count()
    {
        lock (_gate)
        {
            return _count;
        }
    }
}

public class LocksController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("locks")]
    public IActionResult Post([FromForm] string text)
    {
        var shared = new Shared();
        shared.Remember(text);
        var sql = "UPDATE Locks SET Text = '" + shared.Count() + "'";
        return Ok(connection.Execute(sql));
    }
}
