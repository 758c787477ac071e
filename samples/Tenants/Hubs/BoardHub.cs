using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Hubs;

/// <summary>Agents put announcements on everybody's board.</summary>
[Authorize(Policies.Agents)]
public class BoardHub(AppDbContext db) : Hub
{
    public async Task Publish(string text)
    {
        db.Announcements.Add(new Announcement { Text = text });
        await db.SaveChangesAsync();
        await Clients.All.SendAsync("announcement", text);
    }
}
