using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Del;

public class Item { public int Id { get; set; } public string Name { get; set; } public int OrderId { get; set; } public bool Done { get; set; } public DateTime Created { get; set; } public Guid Key { get; set; } }
public class Ctx : DbContext { public DbSet<Item> Items { get; set; } public DbSet<Item> Archive { get; set; } }

public interface IItemRepo { Task DeleteAsync(int id); Task<int> DeleteCountAsync(int id); }

public class EfRepo : IItemRepo
{
    private readonly Ctx _db; private readonly ILogger<EfRepo> _log;
    public EfRepo(Ctx db, ILogger<EfRepo> log) { _db = db; _log = log; }

    public async Task DeleteAsync(int id)
    {
        await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync(); // expect SECR4001
    }
    public Task DeleteAsync2(int id) => _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync(); // expect SECR4001
    public Task<int> DeleteCountAsync(int id) => _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync();
    public void D3(int id)
    {
        _db.Items.Where(x => x.Id == id && x.OrderId == 5).ExecuteDelete(); // expect SECR4001
    }
    public async Task D4(Guid key, CancellationToken ct)
    {
        var deleted = await _db.Set<Item>().Where(x => x.Id == 7).ExecuteDeleteAsync(ct); // expect SECR4001
        _log.LogInformation("deleted {Key}", key);
    }
    public async Task D5(int id)
    {
        await _db.Database.ExecuteSqlAsync($"DELETE FROM Items WHERE Id = {id}"); // expect SECR4001
    }
    public async Task D6(int id)
    {
        await _db.Database.ExecuteSqlRawAsync("DELETE FROM Items WHERE Id = {0}", id); // expect SECR4001
    }
    public async Task D7(int id)
    {
        await _db.Database.ExecuteSqlInterpolatedAsync($"DELETE FROM Items WHERE Id = {id} AND OrderId = {3}").ConfigureAwait(false); // expect SECR4001
    }
    public async Task D8(int id)
    {
        var query = _db.Items.Where(i => i.Id == id);
        await query.ExecuteDeleteAsync(); // expect SECR4001
    }
    public async Task D9(int id)
    {
        await (from i in _db.Items where i.Id == id select i).ExecuteDeleteAsync(); // expect SECR4001
    }

    // silent
    public async Task S1(int orderId) => await _db.Items.Where(i => i.OrderId == orderId).ExecuteDeleteAsync();
    public async Task S2(int[] ids) => await _db.Items.Where(i => ids.Contains(i.Id)).ExecuteDeleteAsync();
    public async Task S3() => await _db.Items.Where(i => i.Done && i.Created < DateTime.UtcNow.AddDays(-7)).ExecuteDeleteAsync();
    public async Task S4(int id)
    {
        var n = await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync();
        if (n == 0) throw new KeyNotFoundException();
    }
    public async Task<bool> S5(int id) => await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync() > 0;
    public async Task S6(int id)
    {
        _ = await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync();
    }
    public async Task S7(int id)
    {
        var rows = await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync();
        _log.LogInformation("Deleted {Rows}", rows);
    }
    public async Task S8(int id)
    {
        var item = await _db.Items.FindAsync(id) ?? throw new KeyNotFoundException();
        _db.Items.Remove(item);
        await _db.SaveChangesAsync();
    }
    public async Task S9(int id)
    {
        await _db.Items.Where(i => i.Id == id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Done, true));
    }
    public async Task S10(int id)
    {
        await _db.Database.ExecuteSqlAsync($"UPDATE Items SET Done = 1 WHERE Id = {id}");
        await _db.Database.ExecuteSqlRawAsync("DELETE FROM Items WHERE OrderId = {0}", id);
        await _db.Database.ExecuteSqlRawAsync("DELETE FROM Items WHERE Id IN (SELECT ItemId FROM Orders WHERE UserId = {0})", id);
        await _db.Database.ExecuteSqlRawAsync("TRUNCATE TABLE Items");
    }
    public async Task S11(int min, int max) => await _db.Items.Where(i => i.Id >= min && i.Id < max).ExecuteDeleteAsync();
    public async Task S12() { await _db.Items.ExecuteDeleteAsync(); } // expect SECR4006
    public async Task<int> S13(int id)
    {
        int total = 0;
        total += await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync();
        return total;
    }
    public async Task S14(int id)
    {
        switch (await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync())
        {
            case 0: throw new KeyNotFoundException();
        }
    }
    public async Task S15(int id) { await _db.Items.Where(i => i.Id != id).ExecuteDeleteAsync(); }
    public async Task S16(int id) { await _db.Items.Where(i => i.Id == id || i.OrderId == id).ExecuteDeleteAsync(); }
}

public class SqlRepo
{
    private readonly IDbConnection _db; private readonly string _cs;
    public SqlRepo(IDbConnection db, string cs) { _db = db; _cs = cs; }

    public async Task D1(int id) { await _db.ExecuteAsync("DELETE FROM Items WHERE Id = @id", new { id }); } // expect SECR4001
    public void D2(int id) => _db.Execute("delete from items where id = @id", new { id }); // expect SECR4001
    public Task D3(int id) => _db.ExecuteAsync("DELETE FROM dbo.Items WHERE Id = @Id", new { Id = id }); // expect SECR4001
    public void D4(int id)
    {
        using var c = new SqlConnection(_cs);
        c.Open();
        using var cmd = new SqlCommand("DELETE FROM [Items] WHERE [Id] = @id", c);
        cmd.Parameters.AddWithValue("@id", id);
        cmd.ExecuteNonQuery(); // expect SECR4001
    }
    public async Task D5(int id)
    {
        await using var c = new NpgsqlConnection(_cs);
        await c.OpenAsync();
        await using var cmd = c.CreateCommand();
        cmd.CommandText = "DELETE FROM items WHERE id = $1";
        cmd.Parameters.AddWithValue(id);
        await cmd.ExecuteNonQueryAsync(); // expect SECR4001
    }
    public void D6(int id)
    {
        const string sql = @"DELETE FROM Items
                             WHERE Id = @id";
        using var c = new SqliteConnection(_cs);
        c.Execute(sql, new { id }); // expect SECR4001
    }
    public bool D7(int id)
    {
        var sql = "DELETE FROM Items WHERE Id = @id AND Version = @v";
        var affected = _db.Execute(sql, new { id, v = 1 }); // expect SECR4001
        return true;
    }
    public async Task<bool> D8(int id, IDbTransaction tx)
    {
        await _db.ExecuteAsync("DELETE FROM Items WHERE Id = @id", new { id }, tx); // expect SECR4001
        tx.Commit();
        return true;
    }
    public void D9(int id)
    {
        using (var cmd = _db.CreateCommand())
        {
            cmd.CommandText = "DELETE Items WHERE Id = @id";
            cmd.ExecuteNonQuery(); // expect SECR4001
        }
    }
    public void D10(int id) { int n; n = _db.Execute("DELETE FROM Items WHERE Id = @id", new { id }); } // expect SECR4001
    public void D11(int id)
    {
        _db.Execute($"DELETE FROM Items WHERE Id = {id}"); // expect SECR4001
    }
    public void D12(int id)
    {
        try { _db.Execute("DELETE FROM Items WHERE ItemId = @id LIMIT 1", new { id }); } // not the key of Item
        catch (DbException e) { throw new InvalidOperationException("delete failed", e); }
    }
    public void D13(int id)
    {
        _db.Execute(new CommandDefinition("DELETE FROM Items WHERE Id = @id", new { id })); // expect SECR4001
    }

    // silent
    public int S1(int id) => _db.Execute("DELETE FROM Items WHERE Id = @id", new { id });
    public bool S2(int id) { var n = _db.Execute("DELETE FROM Items WHERE Id = @id", new { id }); return n == 1; }
    public async Task S3(int orderId) => await _db.ExecuteAsync("DELETE FROM OrderLines WHERE OrderId = @orderId", new { orderId });
    public async Task S4(int[] ids) => await _db.ExecuteAsync("DELETE FROM Items WHERE Id IN @ids", new { ids });
    public void S5(string token) => _db.Execute("DELETE FROM Sessions WHERE ExpiresAt < @now", new { now = DateTime.UtcNow });
    public void S6(int id) => _db.Execute("UPDATE Items SET Deleted = 1 WHERE Id = @id", new { id });
    public void S7(Item item)
    {
        _db.Execute("DELETE FROM Items WHERE Id = @Id; INSERT INTO Items (Id, Name) VALUES (@Id, @Name)", item);
    }
    public void S8(Item item)
    {
        _db.Execute("DELETE FROM Items WHERE Id = @Id", item);
        _db.Execute("INSERT INTO Items (Id, Name) VALUES (@Id, @Name)", item);
    }
    public void S9(int id)
    {
        using var cmd = _db.CreateCommand();
        cmd.CommandText = "DELETE FROM Items WHERE Id = @id";
        if (cmd.ExecuteNonQuery() == 0) throw new KeyNotFoundException($"{id}");
    }
    public void S10() => _db.Execute("DELETE FROM Items"); // expect SECR4006
    public void S11(int id) => _db.Execute("DELETE i FROM Items i JOIN Orders o ON o.Id = i.OrderId WHERE o.Id = @id", new { id });
    public void S12(int id) => _db.Execute("dbo.DeleteItem", new { id }, commandType: CommandType.StoredProcedure);
    public void S13(int id)
    {
        var rows = _db.Execute("DELETE FROM Items WHERE Id = @id", new { id });
        if (rows != 1) { Console.Error.WriteLine("nothing deleted"); }
    }
    public async Task<int> S14(int id) { return await _db.ExecuteAsync("DELETE FROM Items WHERE Id = @id", new { id }).ConfigureAwait(false); }
    public void S15(int id) { _ = _db.Execute("DELETE FROM Items WHERE Id = @id", new { id }); }
    public void S16() => Console.WriteLine("DELETE FROM Items WHERE Id = @id");
    public void S17(int id) => _db.ExecuteScalar<int>("DELETE FROM Items WHERE Id = @id RETURNING id", new { id });
    public void S18(int id, out int removed) { removed = _db.Execute("DELETE FROM Items WHERE Id = @id", new { id }); }
    public void S19(string name) => _db.Execute("DELETE FROM Items WHERE Name LIKE @p", new { p = name + "%" });
    public int LastCount { get; private set; }
    public void S20(int id) { LastCount = _db.Execute("DELETE FROM Items WHERE Id = @id", new { id }); }
    public void S21(int id) => Check(_db.Execute("DELETE FROM Items WHERE Id = @id", new { id }));
    private static void Check(int n) { if (n == 0) throw new KeyNotFoundException(); }
    public async Task S22(int id)
    {
        await using var tx = (DbTransaction)_db.BeginTransaction();
        var n = await _db.ExecuteAsync("DELETE FROM Items WHERE Id = @id", new { id }, tx);
        if (n > 1) await tx.RollbackAsync(); else await tx.CommitAsync();
    }
}

[ApiController, Route("items")]
public class ItemsController : ControllerBase
{
    private readonly Ctx _db; private readonly UserManager<IdentityUser> _users; private readonly IItemRepo _repo;
    public ItemsController(Ctx db, UserManager<IdentityUser> users, IItemRepo repo) { _db = db; _users = users; _repo = repo; }

    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete(int id)
    {
        await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync(); // expect SECR4001
        return NoContent();
    }
    [HttpDelete("u/{id}")]
    public async Task<IActionResult> DeleteUser(string id)
    {
        var u = await _users.FindByIdAsync(id);
        if (u is null) return NotFound();
        await _users.DeleteAsync(u); // expect SECR4001
        return NoContent();
    }
    [HttpDelete("u2/{id}")]
    public async Task<IActionResult> DeleteUser2(string id)
    {
        var u = await _users.FindByIdAsync(id);
        if (u is null) return NotFound();
        var r = await _users.DeleteAsync(u);
        return r.Succeeded ? NoContent() : BadRequest(r.Errors);
    }
    [HttpDelete("2/{id}")]
    public async Task<IActionResult> Delete2(int id) => await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync() == 0 ? NotFound() : NoContent();
    [HttpDelete("3/{id}")]
    public async Task<IActionResult> Delete3(int id) { await _repo.DeleteAsync(id); return NoContent(); }
    [HttpDelete("4/{id}")]
    public async Task<IActionResult> Delete4(int id)
    {
        var rows = await _db.Items.Where(i => i.Id == id).ExecuteDeleteAsync();
        return rows switch { 0 => NotFound(), _ => Ok() };
    }
}

public static class DelEp
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapDelete("/i/{id}", async (int id, Ctx db) =>
        {
            await db.Items.Where(i => i.Id == id).ExecuteDeleteAsync(); // expect SECR4001
            return Results.NoContent();
        });
        app.MapDelete("/j/{id}", async (int id, Ctx db) => await db.Items.Where(i => i.Id == id).ExecuteDeleteAsync() is 1 ? Results.Ok() : Results.NotFound());
        app.MapDelete("/k/{id}", (int id, Ctx db) => db.Items.Where(i => i.Id == id).ExecuteDeleteAsync());
    }
}

public class Fixture : IDisposable
{
    private readonly IDbConnection _db; private int _id;
    public Fixture(IDbConnection db) => _db = db;
    public void Dispose() { _db.Execute("DELETE FROM Temp WHERE Id = @id", new { id = _id }); }
}

public class Janitor : BackgroundService
{
    private readonly IDbConnection _db;
    public Janitor(IDbConnection db) => _db = db;
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await _db.ExecuteAsync("DELETE FROM Tokens WHERE Expires < @now", new { now = DateTime.UtcNow });
            await _db.ExecuteAsync("DELETE FROM Jobs WHERE Status = 'done' AND FinishedAt < @d", new { d = DateTime.UtcNow.AddDays(-1) });
        }
    }
}

public class IndexPage : PageModel
{
    private readonly IDbConnection _db; public IndexPage(IDbConnection db) => _db = db;
    public async Task<IActionResult> OnPostDeleteAsync(int id)
    {
        await _db.ExecuteAsync("DELETE FROM Items WHERE Id = @id", new { id }); // expect SECR4001
        return RedirectToPage();
    }
}
