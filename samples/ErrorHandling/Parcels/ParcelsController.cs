using ErrorHandling.Errors;
using Microsoft.AspNetCore.Mvc;

namespace ErrorHandling.Parcels;

[ApiController]
[Route("parcels")]
public sealed class ParcelsController(ParcelService parcels, LabelStore labels, CarrierClient carrier, ILogger<ParcelsController> logger) : ControllerBase
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Get(int id, CancellationToken cancellation)
    {
        var parcel = await parcels.FindAsync(id, cancellation);
        return Ok(new { parcel.Id, parcel.Recipient, parcel.IsSealed, Place = await carrier.WhereIsAsync(id, cancellation) });
    }

    [HttpGet("{id:int}/label")]
    public IActionResult Label(int id) =>
        labels.TryRead(id, out var label) ? File(label, "image/png") : Problem("The label is not printed yet.", statusCode: StatusCodes.Status404NotFound);

    [HttpPut("{id:int}/recipient")]
    public async Task<IActionResult> Rename(int id, [FromBody] string recipient, CancellationToken cancellation)
    {
        try
        {
            await parcels.RenameAsync(id, recipient, cancellation);
            return NoContent();
        }
        catch (ParcelSealedException ex)
        {
            logger.LogInformation(ex, "{Recipient} came too late for parcel {Id}", recipient, id);
            ModelState.AddModelError(nameof(recipient), ex.Message);
            return Conflict(new ValidationProblemDetails(ModelState));
        }
    }
}
