using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Pages.Announcements;

[Authorize(Policies.Agents)]
public class CreateModel(AppDbContext db) : PageModel
{
    [BindProperty]
    public string Text { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        db.Announcements.Add(new Announcement { Text = Text });
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage();
    }
}
