using Microsoft.AspNetCore.SignalR;

namespace ErrorHandling.Careless.Parcels;

public sealed class TrackingHub(ParcelService parcels, CarrierClient carrier) : Hub
{
    public async Task<string> Where(int id)
    {
        try
        {
            var parcel = await parcels.FindAsync(id, Context.ConnectionAborted);
            return await carrier.WhereIsAsync(parcel.Id, Context.ConnectionAborted);
        }
        catch (Exception ex)
        {
            throw new HubException(ex.ToString()); // SECR2001
        }
    }
}
