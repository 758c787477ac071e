using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tenants.Security;
using Tenants.Services;

namespace Tenants.Controllers;

/// <summary>Exports, which take longer than a request.</summary>
public class ExportsController(BackgroundQueue queue, ICurrentUser currentUser, ILogger<ExportsController> logger) : ApiController
{
    [HttpPost]
    public async Task<IActionResult> Start([FromBody] string? text)
    {
        var caller = CallerContext.Of(currentUser);
        await queue.EnqueueAsync(async (services, cancellation) =>
        {
            await using var file = System.IO.File.Create(Path.GetTempFileName());
            await services.GetRequiredService<NoteExport>().WriteAsync(caller, text, file, cancellation);
        });
        return Accepted();
    }

    [HttpPost("invoices")]
    [Authorize(Policies.Billing)]
    public async Task<IActionResult> StartInvoices()
    {
        var userId = UserId;
        var caller = CallerContext.Of(currentUser);
        await queue.EnqueueAsync(async (services, cancellation) =>
        {
            var invoices = await services.GetRequiredService<NoteExport>().InvoicesAsync(caller, cancellation);
            logger.LogInformation("{Count} invoices for {User}", invoices.Count, userId);
        });
        return Accepted();
    }
}
