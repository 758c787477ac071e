using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Tickets.Data;

namespace Tickets.Endpoints;

[ApiController]
[Authorize(Roles = "desk")]
[Route("bookings")]
public class BookingsController(TicketShop shop, ILogger<BookingsController> log) : ControllerBase
{
    [HttpDelete("{id:guid}")]
    public async Task<IActionResult> Cancel(Guid id)
    {
        await shop.Bookings.Where(b => b.Id == id).ExecuteDeleteAsync(); // expect SECR4001
        log.LogInformation("Booking {Id} cancelled", id);
        return NoContent();
    }

    [HttpDelete("v2/{id:guid}")]
    public async Task<IActionResult> CancelAndTell(Guid id, CancellationToken ct)
    {
        var n = await shop.Bookings.Where(b => b.Id == id).ExecuteDeleteAsync(ct); // right
        return n switch { 0 => NotFound(), _ => NoContent() };
    }

    [HttpDelete("v3/{id:guid}")]
    public async Task<IActionResult> CancelKnown(Guid id, CancellationToken ct)
    {
        var known = await shop.Bookings.AnyAsync(b => b.Id == id, ct);
        if (!known)
            return NotFound();

        await shop.Bookings.Where(b => b.Id == id).ExecuteDeleteAsync(ct); // expect SECR4002
        return NoContent();
    }

    [HttpDelete("v4/{id:guid}")]
    public async Task<IActionResult> CancelTracked(Guid id, CancellationToken ct)
    {
        if (await shop.Bookings.FindAsync([id], ct) is not { } booking)
            return NotFound();
        shop.Bookings.Remove(booking); // right
        try
        {
            await shop.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return NotFound();
        }

        return NoContent();
    }

    [HttpDelete("v5/{id:guid}")]
    public async Task<IActionResult> CancelTrackedAndHope(Guid id, CancellationToken ct)
    {
        var booking = await shop.Bookings.SingleOrDefaultAsync(b => b.Id == id, ct);
        if (booking is null)
            return NotFound();
        shop.Remove(booking); // expect SECR4004
        await shop.SaveChangesAsync(ct);
        return NoContent();
    }

    [HttpDelete("v6/{id:guid}")]
    public async Task<IActionResult> CancelWithSeats(Guid id)
    {
        await shop.Seats.Where(s => s.BookingId == id).ExecuteDeleteAsync();
        var gone = await shop.Bookings.Where(b => b.Id == id).ExecuteDeleteAsync() > 0; // expect SECR4009
        return gone ? NoContent() : NotFound();
    }

    [HttpDelete("v7/{id:guid}")]
    public async Task<IActionResult> CancelWithSeatsAtOnce(Guid id, CancellationToken ct)
    {
        await using var tx = await shop.Database.BeginTransactionAsync(ct);
        await shop.Seats.Where(s => s.BookingId == id).ExecuteDeleteAsync(ct);
        if (await shop.Bookings.Where(b => b.Id == id).ExecuteDeleteAsync(ct) != 1) // right
            return NotFound();
        await tx.CommitAsync(ct);
        return NoContent();
    }

    [HttpDelete("events/{eventId:guid}")]
    public async Task<IActionResult> CancelEvent(Guid eventId)
    {
        await shop.Bookings.Where(b => b.EventId == eventId).ExecuteDeleteAsync(); // right
        return NoContent();
    }
}
