// A base class of stores hands text on to the raw method of the context.
using Microsoft.EntityFrameworkCore;

public abstract class StoreBase(DbContext context)
{
    protected Task<int> RunAsync(string statement, params object[] values) => context.Database.ExecuteSqlRawAsync(statement, values);
}

public sealed class BadgeStore(DbContext context) : StoreBase(context)
{
    public Task<int> RenameAsync(int id, string name) =>
        RunAsync("UPDATE Badges SET Name = '" + name + "' WHERE Id = {0}", id); // reported

    public Task<int> ClearAsync() => RunAsync("DELETE FROM Badges");
}

public class BadgesController(BadgeStore badges) : ControllerBase
{
    [HttpPut("badges/{id:int}")]
    public async Task<IActionResult> Rename(int id, [FromBody] string name)
    {
        await badges.RenameAsync(id, name);
        return NoContent();
    }
}
//// good twin
// The store hands on a constant text with two placeholders.
using Microsoft.EntityFrameworkCore;

public abstract class StoreBase(DbContext context)
{
    protected Task<int> RunAsync(string statement, params object[] values) => context.Database.ExecuteSqlRawAsync(statement, values);
}

public sealed class BadgeStore(DbContext context) : StoreBase(context)
{
    public Task<int> RenameAsync(int id, string name) =>
        RunAsync("UPDATE Badges SET Name = {1} WHERE Id = {0}", id, name);

    public Task<int> ClearAsync() => RunAsync("DELETE FROM Badges");
}

public class BadgesController(BadgeStore badges) : ControllerBase
{
    [HttpPut("badges/{id:int}")]
    public async Task<IActionResult> Rename(int id, [FromBody] string name)
    {
        await badges.RenameAsync(id, name);
        return NoContent();
    }
}
