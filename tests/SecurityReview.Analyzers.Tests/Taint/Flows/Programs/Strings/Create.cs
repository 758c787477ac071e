// string.Create fills the new text in a lambda from its state.
namespace Shop.Creating;

public class CreatingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("creating")]
    public IActionResult Get(string label)
    {
        var literal = string.Create(label.Length + 2, label, (buffer, state) =>
        {
            buffer[0] = '\'';
            state.AsSpan().CopyTo(buffer[1..]);
            buffer[^1] = '\'';
        });
        return Ok(connection.Query<int>("SELECT Id FROM Labels WHERE Text = " + literal)); // reported
    }
}
//// good twin
// The lambda uses the length of its state only.
namespace Shop.Creating;

public class CreatingController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("creating")]
    public IActionResult Get(string label)
    {
        var literal = string.Create(label.Length + 2, label, (buffer, state) =>
        {
            buffer[0] = '\'';
            buffer.Slice(1, state.Length).Fill('_');
            buffer[^1] = '\'';
        });
        return Ok(connection.Query<int>("SELECT Id FROM Labels WHERE Text = " + literal));
    }
}
