// One method keeps what the caller sends in a field, another makes the text of it.
public class VisitLog(SqliteConnection connection)
{
    private string _agent = "unknown";
    private int _visits;

    public void Remember(string agent)
    {
        _agent = agent;
        _visits++;
    }

    public void Save()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Visits (Agent, Number) VALUES ('" + _agent + "', " + _visits + ")"; // reported
        command.ExecuteNonQuery();
    }
}

public class HomeController(VisitLog log) : Controller
{
    public IActionResult Index()
    {
        log.Remember(Request.Headers["User-Agent"].ToString());
        log.Save();
        return View();
    }
}
//// good twin
// One method counts what the caller sends and keeps its length; the field in the text stays as it was.
public class VisitLog(SqliteConnection connection)
{
    private string _agent = "unknown";
    private int _visits;

    public void Remember(string agent)
    {
        _visits += agent.Length;
        _visits++;
    }

    public void Save()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Visits (Agent, Number) VALUES ('" + _agent + "', " + _visits + ")";
        command.ExecuteNonQuery();
    }
}

public class HomeController(VisitLog log) : Controller
{
    public IActionResult Index()
    {
        log.Remember(Request.Headers["User-Agent"].ToString());
        log.Save();
        return View();
    }
}
