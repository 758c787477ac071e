// An object is read from the caller's XML.
using System.IO;
using System.Xml.Serialization;

namespace Shop.Xml;

public class Shipment
{
    [XmlAttribute]
    public int Weight { get; set; }

    public string Carrier { get; set; } = "";
}

public class ShipmentsController(SqliteConnection connection) : ControllerBase
{
    private static readonly XmlSerializer s_serializer = new(typeof(Shipment));

    [HttpPost("shipments")]
    public IActionResult Post([FromForm] string xml)
    {
        using var reader = new StringReader(xml);
        var shipment = (Shipment)s_serializer.Deserialize(reader)!;
        var sql = $"INSERT INTO Shipments (Weight, Carrier) VALUES ({shipment.Weight}, '{shipment.Carrier}')";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// Of the object only the number is put into the text.
using System.IO;
using System.Xml.Serialization;

namespace Shop.Xml;

public class Shipment
{
    [XmlAttribute]
    public int Weight { get; set; }

    public string Carrier { get; set; } = "";
}

public class ShipmentsController(SqliteConnection connection) : ControllerBase
{
    private static readonly XmlSerializer s_serializer = new(typeof(Shipment));

    [HttpPost("shipments")]
    public IActionResult Post([FromForm] string xml)
    {
        using var reader = new StringReader(xml);
        var shipment = (Shipment)s_serializer.Deserialize(reader)!;
        var sql = $"INSERT INTO Shipments (Weight, Carrier) VALUES ({shipment.Weight}, @Carrier)";
        return Ok(connection.Execute(sql, new { shipment.Carrier }));
    }
}
