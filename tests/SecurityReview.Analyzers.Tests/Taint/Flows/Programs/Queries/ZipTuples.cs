// Zip without a selector gives tuples, which are deconstructed.
namespace Shop.Pairs;

public class PairsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("pairs")]
    public IActionResult Post([FromBody] string[] values)
    {
        string[] tables = ["Cities", "Rivers"];
        foreach (var (table, value) in tables.Zip(values))
        {
            connection.Execute($"INSERT INTO {table} (Name) VALUES ('{value}')"); // reported
        }

        return Ok();
    }
}
//// good twin
// Of each tuple only the constant goes into the text.
namespace Shop.Pairs;

public class PairsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("pairs")]
    public IActionResult Post([FromBody] string[] values)
    {
        string[] tables = ["Cities", "Rivers"];
        foreach (var (table, value) in tables.Zip(values))
        {
            connection.Execute($"INSERT INTO {table} (Name) VALUES (@value)", new { value });
        }

        return Ok();
    }
}
