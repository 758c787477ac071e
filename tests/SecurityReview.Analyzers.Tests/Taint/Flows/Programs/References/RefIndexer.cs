// An indexer of a type of the program returns a reference; the text is stored through it.
namespace Shop.Grids;

public sealed class Grid(int size)
{
    private readonly string[] _cells = new string[size];

    public ref string this[int row, int column] => ref _cells[(row * 10) + column];
}

public class GridsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("grids")]
    public IActionResult Post(string label, int row)
    {
        var given = new Grid(100);
        var known = new Grid(100);
        known[row, 1] = "none";
        given[row, 1] = label;
        return Ok(connection.Execute("UPDATE Cells SET Label = '" + given[row, 1] + "'")); // reported
    }
}
//// good twin
// The text is stored through the indexer of one object, and another object is read.
namespace Shop.Grids;

public sealed class Grid(int size)
{
    private readonly string[] _cells = new string[size];

    public ref string this[int row, int column] => ref _cells[(row * 10) + column];
}

public class GridsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("grids")]
    public IActionResult Post(string label, int row)
    {
        var given = new Grid(100);
        var known = new Grid(100);
        known[row, 1] = "none";
        given[row, 1] = label;
        return Ok(connection.Execute("UPDATE Cells SET Label = '" + known[row, 1] + "'"));
    }
}
