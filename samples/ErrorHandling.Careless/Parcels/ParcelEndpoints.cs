namespace ErrorHandling.Careless.Parcels;

public static class ParcelEndpoints
{
    public static void MapParcels(this WebApplication app)
    {
        app.MapPost("/parcels", async (NewParcel parcel, ParcelService parcels, CancellationToken cancellation) =>
        {
            var sent = await parcels.SendAsync(parcel.Recipient, cancellation);
            return sent.Error is null ? Results.Created($"/parcels/{sent.Value}", sent.Value) : Results.Problem(sent.Error); // SECR2001
        });
        app.MapPost("/parcels/{id:int}/forget", Forget);
    }

    private static IResult Forget(int id, LabelStore labels)
    {
        try
        {
            labels.Forget(id);
            return Results.NoContent();
        }
        catch (UnauthorizedAccessException ex)
        {
            return Results.Problem(title: "The label could not be deleted.", detail: ex.Message); // SECR2002
        }
    }
}

public sealed record NewParcel(string Recipient);
