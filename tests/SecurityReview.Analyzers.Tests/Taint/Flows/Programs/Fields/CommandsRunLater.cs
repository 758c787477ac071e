// Commands are kept in a list with their text, and a later one runs them all.
namespace Shop.Undo;

public interface IUndoable
{
    string Statement { get; }
}

public sealed class Rename : IUndoable
{
    private readonly string _name;
    private readonly int _id;

    public Rename(int id, string name)
    {
        _id = id;
        _name = name;
    }

    public string Statement => $"UPDATE Items SET Name = '{_name}' WHERE Id = {_id}";
}

public sealed class History
{
    private readonly Stack<IUndoable> _done = new();

    public void Push(IUndoable command) => _done.Push(command);

    public IEnumerable<string> Statements()
    {
        while (_done.TryPop(out var command))
            yield return command.Statement;
    }
}

public class HistoryController(SqliteConnection connection, History history) : ControllerBase
{
    [HttpPost("items/{id:int}/rename")]
    public void Rename(int id, [FromForm] string name) => history.Push(new Rename(id, name));

    [HttpPost("history/replay")]
    public IActionResult Replay()
    {
        foreach (var statement in history.Statements())
            connection.Execute(statement); // reported
        return NoContent();
    }
}
//// good twin
// What the commands keep for the text is a number.
namespace Shop.Undo;

public interface IUndoable
{
    string Statement { get; }
}

public sealed class Rename : IUndoable
{
    private readonly string _name;
    private readonly int _id;

    public Rename(int id, string name)
    {
        _id = id;
        _name = name;
    }

    public string Statement => $"UPDATE Items SET Length = {_name.Length} WHERE Id = {_id}";
}

public sealed class History
{
    private readonly Stack<IUndoable> _done = new();

    public void Push(IUndoable command) => _done.Push(command);

    public IEnumerable<string> Statements()
    {
        while (_done.TryPop(out var command))
            yield return command.Statement;
    }
}

public class HistoryController(SqliteConnection connection, History history) : ControllerBase
{
    [HttpPost("items/{id:int}/rename")]
    public void Rename(int id, [FromForm] string name) => history.Push(new Rename(id, name));

    [HttpPost("history/replay")]
    public IActionResult Replay()
    {
        foreach (var statement in history.Statements())
            connection.Execute(statement);
        return NoContent();
    }
}
