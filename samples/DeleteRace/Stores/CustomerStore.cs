using System.Collections.Generic;
using System.Data;
using System.Threading.Tasks;
using Dapper;

namespace Tickets.Stores;

public class CustomerStore(IDbConnection db)
{
    private const string DeleteById = "DELETE FROM customers WHERE id = @id";

    public Task RemoveAsync(int id) => db.ExecuteAsync(DeleteById, new { id }); // expect SECR4001

    public async Task<bool> TryRemoveAsync(int id) => await db.ExecuteAsync(DeleteById, new { id }) == 1; // right

    public async Task<string> RemoveIfKnownAsync(int id)
    {
        var count = await db.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM customers WHERE id = @id", new { id });
        if (count == 0)
        {
            return "unknown customer";
        }

        await db.ExecuteAsync(DeleteById, new { id }); // expect SECR4002
        return "removed";
    }

    public async Task RemoveManyAsync(IReadOnlyCollection<int> ids)
    {
        await db.ExecuteAsync("DELETE FROM customers WHERE id IN @ids", new { ids }); // right
    }

    public int RemoveWithAddresses(int customerId)
    {
        db.Execute("DELETE FROM addresses WHERE customer_id = @customerId", new { customerId });
        return db.Execute("DELETE FROM customers WHERE id = @customerId", new { customerId }); // expect SECR4009
    }

    public int RemoveWithAddresses(int customerId, IDbTransaction transaction)
    {
        db.Execute("DELETE FROM addresses WHERE customer_id = @customerId", new { customerId }, transaction);
        return db.Execute("DELETE FROM customers WHERE id = @customerId", new { customerId }, transaction); // right
    }
}
