using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ErrorHandling.Careless.Parcels;

[ApiController]
[Route("parcels")]
public sealed class ParcelsController(ParcelService parcels, LabelStore labels, CarrierClient carrier, ILogger<ParcelsController> logger) : ControllerBase
{
    [HttpGet("{id:int}")]
    public async Task<IActionResult> Get(int id, CancellationToken cancellation)
    {
        try
        {
            var parcel = await parcels.FindAsync(id, cancellation);
            return Ok(new { parcel.Id, parcel.Recipient, Place = await carrier.WhereIsAsync(id, cancellation) });
        }
        catch (HttpRequestException ex)
        {
            return StatusCode(502, ex.Message); // SECR2002
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "Parcel {Id} cannot be shown", id);
            return StatusCode(500, new { error = "failed", trace = ex.StackTrace }); // SECR2001
        }
    }

    [HttpGet("{id:int}/label")]
    public IActionResult Label(int id) => labels.Read(id) is { } label ? File(label, "image/png") : NotFound();

    [HttpPut("{id:int}/recipient")]
    public async Task<IActionResult> Rename(int id, [FromBody] string recipient, CancellationToken cancellation)
    {
        try
        {
            await parcels.RenameAsync(id, recipient, cancellation);
            return NoContent();
        }
        catch (DbUpdateException ex)
        {
            logger.LogError(ex, "Parcel " + id + " was not renamed to " + recipient); // SECR2007
            ModelState.AddModelError(nameof(recipient), ex.InnerException?.Message ?? ""); // SECR2001
            return ValidationProblem(ModelState);
        }
    }
}
