// Stores are chosen from a dictionary of factories by a constant key; the one that composes is taken.
namespace Shop.Factories;

public interface ILogStore
{
    int Write(string line);
}

public sealed class ComposingStore(SqliteConnection connection) : ILogStore
{
    public int Write(string line) => connection.Execute("INSERT INTO Log (Line) VALUES ('" + line + "')"); // reported
}

public sealed class BindingStore(SqliteConnection connection) : ILogStore
{
    public int Write(string line) => connection.Execute("INSERT INTO Log (Line) VALUES (@line)", new { line });
}

public sealed class LogStores
{
    private static readonly Dictionary<string, Func<SqliteConnection, ILogStore>> s_factories = new()
    {
        ["fast"] = connection => new ComposingStore(connection),
        ["safe"] = connection => new BindingStore(connection),
    };

    public ILogStore Create(string kind, SqliteConnection connection) => s_factories[kind](connection);
}

public class LogController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("log")]
    public int Post([FromForm] string line) => new LogStores().Create("fast", connection).Write(line);
}
//// good twin
// The store that is taken passes the text as a parameter.
namespace Shop.Factories;

public interface ILogStore
{
    int Write(string line);
}

public sealed class ComposingStore(SqliteConnection connection) : ILogStore
{
    public int Write(string line) => connection.Execute("INSERT INTO Log (Line) VALUES ('" + line + "')");
}

public sealed class BindingStore(SqliteConnection connection) : ILogStore
{
    public int Write(string line) => connection.Execute("INSERT INTO Log (Line) VALUES (@line)", new { line });
}

public sealed class LogStores
{
    private static readonly Dictionary<string, Func<SqliteConnection, ILogStore>> s_factories = new()
    {
        ["fast"] = connection => new ComposingStore(connection),
        ["safe"] = connection => new BindingStore(connection),
    };

    public ILogStore Create(string kind, SqliteConnection connection) => s_factories[kind](connection);
}

public class LogController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("log")]
    public int Post([FromForm] string line) => new LogStores().Create("safe", connection).Write(line);
}
