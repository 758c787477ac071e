// The text is stored through a reference that a method returns, and read from the array again.
namespace Shop.Slots;

public class SlotTable
{
    private readonly string[] _values = ["", "", ""];

    public string[] Defaults { get; } = ["none", "none", "none"];

    public ref string Slot(int index) => ref _values[index];

    public string Read(int index) => _values[index];
}

public class SlotsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("slots")]
    public IActionResult Post(string label, int slot)
    {
        var table = new SlotTable();
        ref var cell = ref table.Slot(slot % 3);
        cell = label;
        var sql = "UPDATE Slots SET Label = '" + table.Read(slot % 3) + "'";
        return Ok(connection.Execute(sql)); // reported
    }
}
//// good twin
// The text is stored through the returned reference; the statement reads the other array.
namespace Shop.Slots;

public class SlotTable
{
    private readonly string[] _values = ["", "", ""];

    public string[] Defaults { get; } = ["none", "none", "none"];

    public ref string Slot(int index) => ref _values[index];

    public string Read(int index) => _values[index];
}

public class SlotsController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("slots")]
    public IActionResult Post(string label, int slot)
    {
        var table = new SlotTable();
        ref var cell = ref table.Slot(slot % 3);
        cell = label;
        var sql = "UPDATE Slots SET Label = '" + table.Defaults[slot % 3] + "'";
        return Ok(connection.Execute(sql));
    }
}
