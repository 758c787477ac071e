using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tickets.Data;

namespace Tickets.Services;

public class NightlyJob(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await using var scope = scopes.CreateAsyncScope();
            var shop = scope.ServiceProvider.GetRequiredService<TicketShop>();
            var before = DateTime.UtcNow.AddYears(-1);
            await shop.Bookings.Where(booking => booking.BookedAt < before).ExecuteDeleteAsync(stoppingToken); // right
            await MergeAsync(shop, stoppingToken);
            await Task.Delay(TimeSpan.FromDays(1), stoppingToken);
        }
    }

    private static async Task MergeAsync(TicketShop shop, CancellationToken ct)
    {
        var newest = await shop.Guests.OrderByDescending(guest => guest.Id).FirstOrDefaultAsync(ct);
        shop.Guests.Remove(newest!); // expect SECR4005
        await shop.SaveChangesAsync(ct);
    }
}
