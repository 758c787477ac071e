using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Controllers;

public class AnnouncementsController(AppDbContext db) : ApiController
{
    [HttpGet]
    [AllowAnonymous]
    public async Task<IActionResult> List(CancellationToken cancellation) => Ok(await db.Announcements.ToListAsync(cancellation));

    [HttpPut("{id:int}")]
    [Authorize(Policies.Agents)]
    public async Task<IActionResult> Change(int id, [FromBody] string text, CancellationToken cancellation)
    {
        var rows = await db.Announcements.Where(announcement => announcement.Id == id).ExecuteUpdateAsync(change => change.SetProperty(announcement => announcement.Text, text), cancellation);
        return rows == 0 ? NotFound() : NoContent();
    }

    [HttpDelete("{id:int}")]
    [Authorize(Policies.Agents)]
    public async Task<IActionResult> Remove(int id, CancellationToken cancellation) =>
        await db.Announcements.Where(announcement => announcement.Id == id).ExecuteDeleteAsync(cancellation) == 0 ? NotFound() : NoContent();
}
