using System.Data.Common;
using System.Threading.Tasks;
using Dapper;

namespace Tickets.Services;

public interface IWallet
{
    Task CreditAsync(int customer, decimal amount);
}

public class CouponDesk(DbConnection db, IWallet wallet)
{
    public async Task<bool> RedeemAsync(int customer, string code)
    {
        var amount = await db.QuerySingleOrDefaultAsync<decimal?>("SELECT amount FROM coupons WHERE code = @code", new { code });
        if (amount is null)
            return false;
        await wallet.CreditAsync(customer, amount.Value);
        await db.ExecuteAsync("DELETE FROM coupons WHERE code = @code", new { code }); // expect SECR4007
        return true;
    }

    public async Task<bool> RedeemOnceAsync(int customer, string code)
    {
        var amount = await db.QuerySingleOrDefaultAsync<decimal?>("SELECT amount FROM coupons WHERE code = @code", new { code });
        if (amount is null || await db.ExecuteAsync("DELETE FROM coupons WHERE code = @code", new { code }) == 0) // right
            return false;
        await wallet.CreditAsync(customer, amount.Value);
        return true;
    }
}
