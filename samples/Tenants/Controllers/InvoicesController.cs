using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Controllers;

/// <summary>The invoices of the caller's tenant: the model's filter sees to that.</summary>
public class InvoicesController(AppDbContext db) : ApiController
{
    [HttpGet]
    public async Task<IActionResult> List(CancellationToken cancellation) => Ok(await db.Invoices.AsNoTracking().ToListAsync(cancellation));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Get(Guid id, CancellationToken cancellation) =>
        await db.Invoices.FirstOrDefaultAsync(invoice => invoice.Id == id, cancellation) is { } found ? Ok(found) : NotFound();

    [HttpPost("{id:guid}/pay")]
    public async Task<IActionResult> Pay(Guid id, CancellationToken cancellation)
    {
        var invoice = await db.Invoices.FindAsync([id], cancellation);
        if (invoice is null)
        {
            return NotFound();
        }

        invoice.IsPaid = true;
        await db.SaveChangesAsync(cancellation);
        return NoContent();
    }

    [HttpGet("all/{id:guid}")]
    [Authorize(Policies.Billing)]
    public async Task<IActionResult> GetAny(Guid id, CancellationToken cancellation) =>
        await db.Invoices.IgnoreQueryFilters().FirstOrDefaultAsync(invoice => invoice.Id == id, cancellation) is { } found ? Ok(found) : NotFound();
}
