// Little used ways to another copy of the text: Intern, CopyTo, Clone, Enumerable over characters.
namespace Shop.Copies;

public class CopiesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("copies")]
    public IActionResult Get(string key)
    {
        var interned = string.Intern(key);
        var characters = new char[interned.Length];
        interned.CopyTo(0, characters, 0, interned.Length);
        var copy = (string)new string(characters).Clone();
        var text = string.Concat(copy.Where(c => c != ';'));
        return Ok(connection.Query<int>("SELECT Id FROM Copies WHERE Name = '" + text + "'")); // reported
    }
}
//// good twin
// The last of the copies keeps only letters and digits.
namespace Shop.Copies;

public class CopiesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("copies")]
    public IActionResult Get(string key)
    {
        var interned = string.Intern(key);
        var characters = new char[interned.Length];
        interned.CopyTo(0, characters, 0, interned.Length);
        var copy = (string)new string(characters).Clone();
        var text = string.Concat(copy.Where(char.IsLetterOrDigit));
        return Ok(connection.Query<int>("SELECT Id FROM Copies WHERE Name = '" + text + "'"));
    }
}
