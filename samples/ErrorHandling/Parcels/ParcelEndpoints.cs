using ErrorHandling.Errors;

namespace ErrorHandling.Parcels;

/// <summary>The part of the service that is a minimal API.</summary>
public static class ParcelEndpoints
{
    public static void MapParcels(this WebApplication app)
    {
        app.MapPost("/parcels", async (NewParcel parcel, ParcelService parcels, CancellationToken cancellation) =>
        {
            var (id, code) = await parcels.SendAsync(parcel.Recipient, cancellation);
            return Results.Created($"/parcels/{id}", new { id, code });
        });
        app.MapPost("/parcels/{id:int}/forget", Forget);
    }

    private static async Task<IResult> Forget(int id, ParcelService parcels, LabelStore labels, ILogger<ParcelService> logger, CancellationToken cancellation)
    {
        try
        {
            var parcel = await parcels.FindAsync(id, cancellation);
            labels.Forget(parcel.Id);
            return Results.NoContent();
        }
        catch (ParcelException ex)
        {
            logger.LogInformation(ex, "The label of {Id} stays", id);
            return Results.Problem(ex.Message, statusCode: ex.Status);
        }
        catch (UnauthorizedAccessException ex)
        {
            logger.LogError(ex, "The labels cannot be deleted");
            return Results.Problem("The label could not be deleted.");
        }
    }
}

public sealed record NewParcel(string Recipient);
