// A struct in an array is changed in place.
public struct Slot
{
    public string Owner;
}

public class SlotsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("slots")]
    public IActionResult Find(string owner)
    {
        var slots = new Slot[2];
        slots[0].Owner = "free";
        slots[1].Owner = "free";
        ref var slot = ref slots[0];
        slot.Owner = owner;
        return Ok(connection.Query<int>("SELECT Id FROM Slots WHERE Owner = '" + slots[0].Owner + "'")); // reported
    }
}
//// good twin
// A copy of the struct in the array is changed.
public struct Slot
{
    public string Owner;
}

public class SlotsController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("slots")]
    public IActionResult Find(string owner)
    {
        var slots = new Slot[2];
        slots[0].Owner = "free";
        slots[1].Owner = "free";
        var slot = slots[0];
        slot.Owner = owner;
        return Ok(connection.Query<int>("SELECT Id FROM Slots WHERE Owner = '" + slots[0].Owner + "'"));
    }
}
