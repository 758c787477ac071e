using ErrorHandling.Errors;
using Microsoft.AspNetCore.SignalR;

namespace ErrorHandling.Parcels;

/// <summary>Tells where a parcel is.</summary>
public sealed class TrackingHub(ParcelService parcels, CarrierClient carrier, ILogger<TrackingHub> logger) : Hub
{
    public async Task<string> Where(int id)
    {
        try
        {
            var parcel = await parcels.FindAsync(id, Context.ConnectionAborted);
            return await carrier.WhereIsAsync(parcel.Id, Context.ConnectionAborted);
        }
        catch (ParcelException ex)
        {
            throw new HubException(ex.Message);
        }
        catch (HttpRequestException ex)
        {
            logger.LogWarning(ex, "Parcel {Id} cannot be tracked", id);
            throw new HubException("The carrier cannot be reached.");
        }
    }
}
