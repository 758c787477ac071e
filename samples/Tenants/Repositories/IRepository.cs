namespace Tenants.Repositories;

public interface IRepository<T>
    where T : class
{
    Task<T?> GetByIdAsync(int id, CancellationToken cancellation);

    void Add(T entity);

    void Remove(T entity);

    Task SaveAsync(CancellationToken cancellation);
}
