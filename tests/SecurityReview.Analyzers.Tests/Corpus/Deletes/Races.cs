using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;

namespace Races;

public class Booking { public int Id { get; set; } public int RoomId { get; set; } public string Guest { get; set; } public string UserId { get; set; } public List<Extra> Extras { get; set; } }
public class Extra { public int Id { get; set; } public int BookingId { get; set; } }
public class Room { public int Id { get; set; } public string Number { get; set; } public byte[] RowVersion { get; set; } }
public class Member { public Guid MemberId { get; set; } public string Email { get; set; } }
public class Tag { public int Id { get; set; } public string Name { get; set; } }

public class HotelContext : DbContext
{
    public DbSet<Booking> Bookings { get; set; }
    public DbSet<Extra> Extras { get; set; }
    public DbSet<Room> Rooms { get; set; }
    public DbSet<Member> Members { get; set; }
    public DbSet<Tag> Tags { get; set; }
    protected override void OnModelCreating(ModelBuilder b) => b.Entity<Member>(m => m.HasIndex(x => x.Email).IsUnique());
}

public class RoomService
{
    private readonly HotelContext _context;
    private readonly ILogger<RoomService> _logger;
    private static readonly SemaphoreSlim Gate = new(1, 1);
    public RoomService(HotelContext context, ILogger<RoomService> logger) { _context = context; _logger = logger; }

    public async Task<bool> Delete1(int id)
    {
        var exists = await _context.Rooms.AnyAsync(r => r.Id == id);
        if (!exists)
        {
            _logger.LogWarning("No room {Id}", id);
            return false;
        }
        await _context.Rooms.Where(r => r.Id == id).ExecuteDeleteAsync(); // expect SECR4002
        return true;
    }

    public async Task<bool> Delete2(int id)
    {
        var deleted = await _context.Rooms.Where(r => r.Id == id).ExecuteDeleteAsync();
        return deleted == 1;
    }

    public async Task<bool> Delete3(int id)
    {
        await Gate.WaitAsync();
        try
        {
            if (!await _context.Rooms.AnyAsync(r => r.Id == id)) return false;
            _ = await _context.Rooms.Where(r => r.Id == id).ExecuteDeleteAsync();
            return true;
        }
        finally { Gate.Release(); }
    }

    public async Task Delete4(int id)
    {
        var room = await _context.Rooms.FirstOrDefaultAsync(r => r.Id == id);
        _context.Rooms.Remove(room); // expect SECR4005
        await _context.SaveChangesAsync();
    }

    public async Task Delete5(int id)
    {
        var room = await _context.Rooms.FirstOrDefaultAsync(r => r.Id == id);
        if (room == null)
        {
            throw new KeyNotFoundException($"Room {id}");
        }
        _context.Rooms.Remove(room);
        await _context.SaveChangesAsync();
    }

    public async Task Delete6(int id)
    {
        var room = await _context.Rooms.SingleAsync(r => r.Id == id);
        _context.Remove(room);
        await _context.SaveChangesAsync();
    }

    public void Delete7(int id)
    {
        _context.Rooms.Remove(new Room { Id = id }); // expect SECR4003
        _context.SaveChanges();
    }

    public void Delete8(int id, byte[] version)
    {
        var room = new Room { Id = id, RowVersion = version };
        _context.Rooms.Attach(room);
        _context.Rooms.Remove(room);
        _context.SaveChanges();
    }

    public bool Delete9(int id)
    {
        try
        {
            _context.Entry(new Room { Id = id }).State = EntityState.Deleted;
            return _context.SaveChanges() > 0;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    public async Task Delete10(Room room)
    {
        _context.Rooms.Remove(room);
        await _context.SaveChangesAsync();
    }

    public async Task<IEnumerable<Room>> Delete11(IEnumerable<int> ids)
    {
        var rooms = await _context.Rooms.Where(r => ids.Contains(r.Id)).ToListAsync();
        _context.Rooms.RemoveRange(rooms);
        await _context.SaveChangesAsync();
        return rooms;
    }
}

public class BookingService
{
    private readonly HotelContext _db;
    public BookingService(HotelContext db) => _db = db;

    public async Task Cancel1(int bookingId)
    {
        await _db.Extras.Where(e => e.BookingId == bookingId).ExecuteDeleteAsync();
        var n = await _db.Bookings.Where(b => b.Id == bookingId).ExecuteDeleteAsync(); // expect SECR4009
        if (n == 0) throw new KeyNotFoundException();
    }

    public async Task Cancel2(int bookingId, CancellationToken ct)
    {
        await using var tx = await _db.Database.BeginTransactionAsync(ct);
        await _db.Extras.Where(e => e.BookingId == bookingId).ExecuteDeleteAsync(ct);
        var n = await _db.Bookings.Where(b => b.Id == bookingId).ExecuteDeleteAsync(ct);
        if (n == 0) throw new KeyNotFoundException();
        await tx.CommitAsync(ct);
    }

    public async Task Cancel3(int bookingId)
    {
        var booking = await _db.Bookings.Include(b => b.Extras).FirstOrDefaultAsync(b => b.Id == bookingId);
        if (booking is null) return;
        _db.Extras.RemoveRange(booking.Extras);
        _db.Bookings.Remove(booking);
        await _db.SaveChangesAsync();
    }

    public async Task Cancel4(int roomId)
    {
        await _db.Bookings.Where(b => b.RoomId == roomId).ExecuteDeleteAsync();
    }

    public async Task RemoveExtra(int bookingId, int extraId)
    {
        var booking = await _db.Bookings.Include(b => b.Extras).FirstAsync(b => b.Id == bookingId);
        var extra = booking.Extras.FirstOrDefault(e => e.Id == extraId);
        booking.Extras.Remove(extra);
        await _db.SaveChangesAsync();
    }

    public async Task DropBookings() => await _db.Bookings.ExecuteDeleteAsync();

    public Task ForgetEveryGuest() => _db.Bookings.ExecuteDeleteAsync(); // expect SECR4006

    public async Task ResetDemoData()
    {
        _db.Extras.RemoveRange(_db.Extras);
        _db.Bookings.RemoveRange(_db.Bookings);
        await _db.SaveChangesAsync();
    }
}

public class MemberService
{
    private readonly HotelContext _db; private readonly string _cs;
    public MemberService(HotelContext db, string cs) { _db = db; _cs = cs; }

    public async Task<Member> Register1(string email)
    {
        if (await _db.Members.AnyAsync(m => m.Email == email))
            throw new InvalidOperationException("Email is taken");
        var member = new Member { MemberId = Guid.NewGuid(), Email = email };
        _db.Members.Add(member); // expect SECR4002
        await _db.SaveChangesAsync();
        return member;
    }

    public async Task<Member> Register2(string email)
    {
        if (await _db.Members.AnyAsync(m => m.Email == email))
            throw new InvalidOperationException("Email is taken");
        var member = new Member { MemberId = Guid.NewGuid(), Email = email };
        _db.Members.Add(member);
        try
        {
            await _db.SaveChangesAsync();
        }
        catch (DbUpdateException e) when (e.InnerException is SqlException { Number: 2601 or 2627 })
        {
            throw new InvalidOperationException("Email is taken", e);
        }
        return member;
    }

    public async Task<int> Register3(string email, int roomId)
    {
        if (!await _db.Rooms.AnyAsync(r => r.Id == roomId))
            throw new KeyNotFoundException();
        _db.Bookings.Add(new Booking { RoomId = roomId, Guest = email });
        return await _db.SaveChangesAsync();
    }

    public void Remove1(Guid id)
    {
        using var con = new SqlConnection(_cs);
        var count = con.ExecuteScalar<int>("SELECT COUNT(1) FROM Members WHERE MemberId = @id", new { id });
        if (count == 0) throw new KeyNotFoundException();
        con.Execute("DELETE FROM Members WHERE MemberId = @id", new { id }); // expect SECR4002
    }

    public void Remove2(Guid id)
    {
        using var con = new SqlConnection(_cs);
        if (con.Execute("DELETE FROM Members WHERE MemberId = @id", new { id }) == 0) throw new KeyNotFoundException();
    }

    public void Remove3(int bookingId)
    {
        using var con = new SqlConnection(_cs);
        con.Open();
        using var tx = con.BeginTransaction();
        con.Execute("DELETE FROM Extras WHERE BookingId = @bookingId", new { bookingId }, tx);
        if (con.Execute("DELETE FROM Bookings WHERE Id = @bookingId", new { bookingId }, tx) == 0) throw new KeyNotFoundException();
        tx.Commit();
    }

    public void Remove4(int bookingId)
    {
        using var con = new SqlConnection(_cs);
        con.Execute("DELETE FROM Extras WHERE BookingId = @bookingId", new { bookingId });
        if (con.Execute("DELETE FROM Bookings WHERE Id = @bookingId", new { bookingId }) == 0) // expect SECR4009
            throw new KeyNotFoundException();
    }
}

public class UploadStore
{
    private readonly string _root;
    private readonly ConcurrentDictionary<string, string> _names = new();
    public UploadStore(string root) => _root = root;

    public void Delete1(string name)
    {
        var path = Path.Combine(_root, Path.GetFileName(name));
        if (File.Exists(path))
        {
            File.Delete(path); // expect SECR4002
        }
    }

    public void Delete2(string name) => File.Delete(Path.Combine(_root, Path.GetFileName(name)));

    public void Forget1(string id)
    {
        if (_names.ContainsKey(id))
            _names.TryRemove(id, out _); // expect SECR4002
    }

    public string Forget2(string id) => _names.TryRemove(id, out var name) ? name : null;

    public string Get(string id) => _names.GetOrAdd(id, key => File.ReadAllText(Path.Combine(_root, key)));

    public string Convert(string source)
    {
        var temp = Path.GetTempFileName();
        try { File.Copy(source, temp, true); return File.ReadAllText(temp); }
        finally { if (File.Exists(temp)) File.Delete(temp); }
    }
}

[ApiController, Authorize, Route("bookings")]
public class BookingsController : ControllerBase
{
    private readonly HotelContext _db; private readonly UserManager<IdentityUser> _users; private readonly RoleManager<IdentityRole> _roles;
    public BookingsController(HotelContext db, UserManager<IdentityUser> users, RoleManager<IdentityRole> roles) { _db = db; _users = users; _roles = roles; }

    private string Me => User.FindFirstValue(ClaimTypes.NameIdentifier);

    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete1(int id)
    {
        var rows = await _db.Bookings.Where(b => b.Id == id).ExecuteDeleteAsync(); // expect SECR4006
        return rows == 0 ? NotFound() : NoContent();
    }

    [HttpDelete("mine/{id}")]
    public async Task<IActionResult> Delete2(int id)
    {
        var rows = await _db.Bookings.Where(b => b.Id == id && b.UserId == Me).ExecuteDeleteAsync();
        return rows == 0 ? NotFound() : NoContent();
    }

    [HttpDelete("tracked/{id}")]
    public async Task<IActionResult> Delete3(int id)
    {
        var booking = await _db.Bookings.FirstOrDefaultAsync(b => b.Id == id && b.UserId == Me);
        if (booking == null) return NotFound();
        _db.Bookings.Remove(booking); // expect SECR4004
        await _db.SaveChangesAsync();
        return NoContent();
    }

    [HttpDelete("handled/{id}")]
    public async Task<IActionResult> Delete4(int id)
    {
        var booking = await _db.Bookings.FirstOrDefaultAsync(b => b.Id == id && b.UserId == Me);
        if (booking == null) return NotFound();
        try
        {
            _db.Bookings.Remove(booking);
            await _db.SaveChangesAsync();
            return NoContent();
        }
        catch (DbUpdateConcurrencyException)
        {
            return NotFound();
        }
    }

    [HttpDelete("users/{id}"), Authorize(Roles = "Admin")]
    public async Task<IActionResult> DeleteUser1(string id)
    {
        var user = await _users.FindByIdAsync(id);
        var result = await _users.DeleteAsync(user); // expect SECR4005
        return result.Succeeded ? NoContent() : BadRequest();
    }

    [HttpDelete("roles/{id}"), Authorize(Roles = "Admin")]
    public async Task<IActionResult> DeleteRole(string id)
    {
        var role = await _roles.FindByIdAsync(id);
        if (role is null) return NotFound();
        await _roles.DeleteAsync(role); // expect SECR4001
        return NoContent();
    }

    [HttpDelete("tags/{id}"), Authorize(Policy = "Editors")]
    public async Task<IActionResult> DeleteTag(int id)
    {
        if (!TagExists(id)) return NotFound();
        await _db.Tags.Where(t => t.Id == id).ExecuteDeleteAsync(); // expect SECR4002
        return NoContent();
    }

    private bool TagExists(int id) => (_db.Tags?.Any(e => e.Id == id)).GetValueOrDefault();
}
