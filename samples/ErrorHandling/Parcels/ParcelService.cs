using ErrorHandling.Data;
using ErrorHandling.Errors;
using ErrorHandling.Security;
using Microsoft.EntityFrameworkCore;

namespace ErrorHandling.Parcels;

public sealed class ParcelService(ParcelContext context, PickupCodes codes, ILogger<ParcelService> logger)
{
    public async Task<Parcel> FindAsync(int id, CancellationToken cancellation) =>
        await context.Parcels.AsNoTracking().FirstOrDefaultAsync(parcel => parcel.Id == id, cancellation) ?? throw new ParcelNotFoundException(id);

    public async Task<(int Id, string Code)> SendAsync(string recipient, CancellationToken cancellation)
    {
        var parcel = new Parcel { Recipient = recipient };
        var code = codes.Issue(parcel);
        context.Parcels.Add(parcel);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException ex)
        {
            // The caller learns what he can do; the log keeps why.
            throw new ParcelStoreException(ex);
        }

        logger.LogInformation("Parcel {Id} goes to {Recipient}", parcel.Id, recipient);
        return (parcel.Id, code);
    }

    public async Task RenameAsync(int id, string recipient, CancellationToken cancellation)
    {
        var parcel = await context.Parcels.FirstOrDefaultAsync(stored => stored.Id == id, cancellation) ?? throw new ParcelNotFoundException(id);
        if (parcel.IsSealed)
            throw new ParcelSealedException(id);
        parcel.Recipient = recipient;
        await context.SaveChangesAsync(cancellation);
    }

    private sealed class ParcelStoreException(Exception inner) : Exception("The parcel could not be stored; please try again later.", inner);
}
