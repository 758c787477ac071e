using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Tickets.Data;

namespace Tickets.Stores;

public interface IRepository<TEntity>
    where TEntity : class
{
    void Delete(object key);

    Task<bool> DeleteAsync(object key, CancellationToken cancellationToken = default);
}

public class Repository<TEntity>(TicketShop context) : IRepository<TEntity>
    where TEntity : class
{
    private readonly DbSet<TEntity> _set = context.Set<TEntity>();

    public void Delete(object key)
    {
        var entity = _set.Find(key);
        _set.Remove(entity!); // expect SECR4005
    }

    public async Task<bool> DeleteAsync(object key, CancellationToken cancellationToken = default)
    {
        var entity = await _set.FindAsync([key], cancellationToken);
        if (entity is null)
        {
            return false;
        }

        _set.Remove(entity); // right
        return true;
    }
}

public class VenueRepository(TicketShop context) : Repository<Venue>(context)
{
    private readonly TicketShop _context = context;

    public async Task CloseAsync(int id)
    {
        var venue = new Venue { Id = id };
        _context.Venues.Attach(venue);
        _context.Venues.Remove(venue); // expect SECR4003
        await _context.SaveChangesAsync();
    }

    public async Task<bool> TryCloseAsync(int id)
    {
        _context.Entry(new Venue { Id = id }).State = EntityState.Deleted; // right
        try
        {
            return await _context.SaveChangesAsync() > 0;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
