using Tenants.Data;

namespace Tenants.Repositories;

public class Repository<T>(AppDbContext db) : IRepository<T>
    where T : class
{
    public async Task<T?> GetByIdAsync(int id, CancellationToken cancellation) => await db.Set<T>().FindAsync([id], cancellation);

    public void Add(T entity) => db.Add(entity);

    public void Remove(T entity) => db.Remove(entity);

    public Task SaveAsync(CancellationToken cancellation) => db.SaveChangesAsync(cancellation);
}
