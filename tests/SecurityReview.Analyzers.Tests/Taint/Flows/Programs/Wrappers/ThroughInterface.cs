// The wrapper is called through an interface with one implementation.
public interface ISqlRunner
{
    IEnumerable<string> Names(string statement, string label);
}
//// file
public sealed class SqlRunner(SqliteConnection connection) : ISqlRunner
{
    public IEnumerable<string> Names(string statement, string label)
    {
        Console.Error.WriteLine(label);
        return connection.Query<string>(statement);
    }
}
//// file
public class PetsController(ISqlRunner runner) : ControllerBase
{
    [HttpGet("pets")]
    public IActionResult List(string kind)
    {
        var text = "SELECT Name FROM Pets WHERE Kind = '" + kind + "'";
        var constant = "SELECT Name FROM Pets";
        return Ok(new { constant, names = runner.Names(text, constant) }); // reported
    }
}
//// good twin
// The text with what the caller sends is the label, and the constant is run.
public interface ISqlRunner
{
    IEnumerable<string> Names(string statement, string label);
}
//// file
public sealed class SqlRunner(SqliteConnection connection) : ISqlRunner
{
    public IEnumerable<string> Names(string statement, string label)
    {
        Console.Error.WriteLine(label);
        return connection.Query<string>(statement);
    }
}
//// file
public class PetsController(ISqlRunner runner) : ControllerBase
{
    [HttpGet("pets")]
    public IActionResult List(string kind)
    {
        var text = "SELECT Name FROM Pets WHERE Kind = '" + kind + "'";
        var constant = "SELECT Name FROM Pets";
        return Ok(new { constant, names = runner.Names(constant, text) });
    }
}
