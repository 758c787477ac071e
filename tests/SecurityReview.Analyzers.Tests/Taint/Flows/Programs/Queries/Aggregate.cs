// Aggregate folds the caller's texts into one condition.
namespace Shop.Folding;

public class FoldingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("folding")]
    public IActionResult Get([FromQuery] string[] tag)
    {
        var condition = tag.Aggregate("1 = 1", (sql, value) => sql + " AND Tags LIKE '%" + value + "%'");
        using var command = new SqliteCommand("SELECT Id FROM Posts WHERE " + condition, connection); // reported
        return Ok(command.ExecuteScalar());
    }
}
//// good twin
// The fold adds up the lengths of the texts.
namespace Shop.Folding;

public class FoldingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("folding")]
    public IActionResult Get([FromQuery] string[] tag)
    {
        var condition = "Size > " + tag.Aggregate(0, (sum, value) => sum + value.Length);
        using var command = new SqliteCommand("SELECT Id FROM Posts WHERE " + condition, connection);
        return Ok(command.ExecuteScalar());
    }
}
