// One value reaches two texts in one method, and a third text is a constant.
public class CartsController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("carts/{owner}")]
    public IActionResult Clear(string owner)
    {
        var condition = " WHERE Owner = '" + owner + "'";
        var lines = connection.Execute("DELETE FROM CartLines" + condition); // reported
        var carts = connection.Execute("DELETE FROM Carts" + condition); // reported
        connection.Execute("UPDATE Counters SET Value = Value + 1 WHERE Name = 'cleared'");
        return Ok(new { lines, carts });
    }
}
//// good twin
// Both texts take the same condition, which binds the value.
public class CartsController(SqliteConnection connection) : ControllerBase
{
    [HttpDelete("carts/{owner}")]
    public IActionResult Clear(string owner)
    {
        var condition = " WHERE Owner = @owner";
        var lines = connection.Execute("DELETE FROM CartLines" + condition, new { owner });
        var carts = connection.Execute("DELETE FROM Carts" + condition, new { owner });
        connection.Execute("UPDATE Counters SET Value = Value + 1 WHERE Name = 'cleared'");
        return Ok(new { lines, carts });
    }
}
