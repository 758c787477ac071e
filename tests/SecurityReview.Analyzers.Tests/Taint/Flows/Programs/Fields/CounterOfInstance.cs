// A private field of the instance is raised above the limit that opens the branch.
namespace Shop.Limits;

public class LimitsController(SqliteConnection connection) : ControllerBase
{
    private const int Limit = 5;
    private int _level = 1;
    private string _mode = "strict";

    [HttpGet("limits")]
    public IActionResult Get(string name, bool fast)
    {
        if (fast)
        {
            _level = 9;
            _mode = "fast";
        }

        return Ok(Find(name));
    }

    private IEnumerable<int> Find(string name)
    {
        if (_level > Limit && _mode is "fast" or "strict")
            return connection.Query<int>("SELECT Id FROM Limits WHERE Name = '" + name + "'"); // reported
        return connection.Query<int>("SELECT Id FROM Limits WHERE Name = @name", new { name });
    }
}
//// good twin
// All values of the private field are below the limit.
namespace Shop.Limits;

public class LimitsController(SqliteConnection connection) : ControllerBase
{
    private const int Limit = 5;
    private int _level = 1;
    private string _mode = "strict";

    [HttpGet("limits")]
    public IActionResult Get(string name, bool fast)
    {
        if (fast)
        {
            _level = 4;
            _mode = "fast";
        }

        return Ok(Find(name));
    }

    private IEnumerable<int> Find(string name)
    {
        if (_level > Limit || _mode is "open")
            return connection.Query<int>("SELECT Id FROM Limits WHERE Name = '" + name + "'");
        return connection.Query<int>("SELECT Id FROM Limits WHERE Name = @name", new { name });
    }
}
