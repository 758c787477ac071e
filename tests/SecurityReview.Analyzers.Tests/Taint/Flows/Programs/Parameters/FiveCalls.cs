// What the caller sends goes down through five methods of three classes before it becomes text.
public class ShipmentsController(ShipmentService service) : ControllerBase
{
    [HttpGet("shipments/{code}")]
    public IActionResult Find(string code) => Ok(service.Find(code, "CH"));
}
//// file
public class ShipmentService(ShipmentStore store)
{
    public IEnumerable<int> Find(string code, string country) => FindIn(country, code.Trim());

    private IEnumerable<int> FindIn(string country, string code) => store.Load(code, country);
}
//// file
public class ShipmentStore(SqliteConnection connection)
{
    public IEnumerable<int> Load(string code, string country) => LoadFrom("Shipments", code, country);

    private IEnumerable<int> LoadFrom(string table, string code, string country)
    {
        return connection.Query<int>(Text.For(table, code, country)); // reported
    }
}

internal static class Text
{
    public static string For(string table, string code, string country) => $"SELECT Id FROM {table} WHERE Code = '{code}' AND Country <> '{country}'";
}
//// good twin
// The code goes down the same way and is bound at the end; the country that becomes text is a constant.
public class ShipmentsController(ShipmentService service) : ControllerBase
{
    [HttpGet("shipments/{code}")]
    public IActionResult Find(string code) => Ok(service.Find(code, "CH"));
}
//// file
public class ShipmentService(ShipmentStore store)
{
    public IEnumerable<int> Find(string code, string country) => FindIn(country, code.Trim());

    private IEnumerable<int> FindIn(string country, string code) => store.Load(code, country);
}
//// file
public class ShipmentStore(SqliteConnection connection)
{
    public IEnumerable<int> Load(string code, string country) => LoadFrom("Shipments", code, country);

    private IEnumerable<int> LoadFrom(string table, string code, string country)
    {
        return connection.Query<int>(Text.For(table, code, country), new { code });
    }
}

internal static class Text
{
    public static string For(string table, string code, string country) => $"SELECT Id FROM {table} WHERE Code = @code AND Country <> '{country}'";
}
