// The text is stored through a reference to the entry of a dictionary.
using System.Runtime.InteropServices;

namespace Shop.Entries;

public class EntriesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("entries")]
    public IActionResult Post(string label)
    {
        var texts = new Dictionary<string, string> { ["kind"] = "plain" };
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(texts, "label", out var exists);
        if (!exists)
            entry = label;
        return Ok(connection.Execute("UPDATE Entries SET Label = '" + texts["label"] + "'")); // reported
    }
}
//// good twin
// The entry that is read is another one than the text is stored in.
using System.Runtime.InteropServices;

namespace Shop.Entries;

public class EntriesController(SqliteConnection connection) : ControllerBase
{
    [HttpPost("entries")]
    public IActionResult Post(string label)
    {
        var texts = new Dictionary<string, string> { ["kind"] = "plain" };
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(texts, "label", out var exists);
        if (!exists)
            entry = label;
        return Ok(connection.Execute("UPDATE Entries SET Label = '" + texts["kind"] + "'"));
    }
}
