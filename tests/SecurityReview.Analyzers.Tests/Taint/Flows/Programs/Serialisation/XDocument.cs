// An element of a parsed XML document gives its text.
using System.Xml.Linq;

namespace Shop.XmlLinq;

public class XmlController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("xml")]
    public IActionResult Post([FromForm] string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var names = root.Elements("user").Select(user => (string?)user.Attribute("name") ?? user.Value);
        var sql = "SELECT Id FROM Users WHERE Name = '" + names.FirstOrDefault() + "'";
        return Ok(connection.Query<int>(sql)); // reported
    }
}
//// good twin
// The attribute is read as a number.
using System.Xml.Linq;

namespace Shop.XmlLinq;

public class XmlController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("xml")]
    public IActionResult Post([FromForm] string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var names = root.Elements("user").Select(user => (int?)user.Attribute("age") ?? user.Value.Length);
        var sql = "SELECT Id FROM Users WHERE Name = '" + names.FirstOrDefault() + "'";
        return Ok(connection.Query<int>(sql));
    }
}
