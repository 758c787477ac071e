// A type with an enumerator of its own is walked by foreach.
namespace Shop.Paths;

public class Segments(string path)
{
    public Enumerator GetEnumerator() => new(path);

    public struct Enumerator(string rest)
    {
        private string _rest = rest;

        public string Current { get; private set; } = "";

        public bool MoveNext()
        {
            if (_rest.Length == 0)
            {
                return false;
            }

            var slash = _rest.IndexOf('/');
            Current = slash < 0 ? _rest : _rest[..slash];
            _rest = slash < 0 ? "" : _rest[(slash + 1)..];
            return true;
        }
    }
}

public class PathsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("paths")]
    public IActionResult Get(string path)
    {
        var sql = "SELECT Id FROM Nodes WHERE 1 = 0";
        foreach (var segment in new Segments(path))
        {
            sql += " OR Name = '" + segment + "'";
        }

        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The enumerator walks the caller's path, but only how often it moves shows in the text.
namespace Shop.Paths;

public class Segments(string path)
{
    public Enumerator GetEnumerator() => new(path);

    public struct Enumerator(string rest)
    {
        private string _rest = rest;

        public string Current { get; private set; } = "";

        public bool MoveNext()
        {
            if (_rest.Length == 0)
            {
                return false;
            }

            var slash = _rest.IndexOf('/');
            Current = slash < 0 ? _rest : _rest[..slash];
            _rest = slash < 0 ? "" : _rest[(slash + 1)..];
            return true;
        }
    }
}

public class PathsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("paths")]
    public IActionResult Get(string path)
    {
        var sql = "SELECT Id FROM Nodes WHERE 1 = 0";
        foreach (var segment in new Segments(path))
        {
            sql += " OR Depth = " + segment.Length;
        }

        return Ok(connection.Query<int>(sql));
    }
}
