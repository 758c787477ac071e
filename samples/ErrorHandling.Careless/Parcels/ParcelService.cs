using ErrorHandling.Careless.Data;
using ErrorHandling.Careless.Security;
using Microsoft.EntityFrameworkCore;

namespace ErrorHandling.Careless.Parcels;

/// <summary>What came of something: a value, or why there is none.</summary>
public sealed record Outcome<T>(T? Value, string? Error);

public sealed class ParcelService(ParcelContext context, PickupCodes codes, ILogger<ParcelService> logger)
{
    public async Task<Parcel> FindAsync(int id, CancellationToken cancellation) =>
        await context.Parcels.AsNoTracking().FirstOrDefaultAsync(parcel => parcel.Id == id, cancellation) ?? throw new KeyNotFoundException($"There is no parcel {id}.");

    public async Task<Outcome<int>> SendAsync(string recipient, CancellationToken cancellation)
    {
        try
        {
            var parcel = new Parcel { Recipient = recipient };
            codes.Issue(parcel);
            context.Parcels.Add(parcel);
            await context.SaveChangesAsync(cancellation);
            logger.LogInformation($"Parcel {parcel.Id} goes to {recipient}"); // SECR2007
            return new Outcome<int>(parcel.Id, null);
        }
        catch (DbUpdateException ex)
        {
            return new Outcome<int>(0, ex.ToString());
        }
    }

    public async Task RenameAsync(int id, string recipient, CancellationToken cancellation)
    {
        var parcel = await context.Parcels.FirstOrDefaultAsync(stored => stored.Id == id, cancellation) ?? throw new KeyNotFoundException($"There is no parcel {id}.");
        parcel.Recipient = recipient;
        await context.SaveChangesAsync(cancellation);
    }
}
