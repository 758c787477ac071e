// A read-only indexer composes its answer from a field and the key.
namespace Shop.Translations;

public class Translations(string language)
{
    public string this[int id] => "Id = " + id + " AND Language = '" + language + "'";

    public string this[int from, int to] => language.Length == 2 ? $"Id BETWEEN {from} AND {to}" : "1 = 0";
}

public class TranslationsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("translations/{id:int}")]
    public IActionResult Get(int id, [FromHeader(Name = "X-Language")] string language)
    {
        var texts = new Translations(language);
        var sql = "SELECT Text FROM Translations WHERE " + texts[id];
        return Ok(connection.Query<string>(sql)); // reported
    }
}
//// good twin
// The indexer with two keys looks at the text and composes numbers only.
namespace Shop.Translations;

public class Translations(string language)
{
    public string this[int id] => "Id = " + id + " AND Language = '" + language + "'";

    public string this[int from, int to] => language.Length == 2 ? $"Id BETWEEN {from} AND {to}" : "1 = 0";
}

public class TranslationsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("translations/{id:int}")]
    public IActionResult Get(int id, [FromHeader(Name = "X-Language")] string language)
    {
        var texts = new Translations(language);
        var sql = "SELECT Text FROM Translations WHERE " + texts[id, id + 1];
        return Ok(connection.Query<string>(sql));
    }
}
