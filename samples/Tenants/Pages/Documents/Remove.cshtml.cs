using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Pages.Documents;

[Authorize]
public class RemoveModel(AppDbContext db, ICurrentUser currentUser) : PageModel
{
    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        var title = await db.Documents.Where(document => document.Id == id && document.OwnerId == currentUser.Id).Select(document => document.Title).FirstOrDefaultAsync(cancellation);
        if (title is null)
        {
            return NotFound();
        }

        Title = title;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellation)
    {
        var document = await db.Documents.FirstOrDefaultAsync(found => found.Id == id, cancellation);
        if (document is null)
        {
            return NotFound();
        }

        if (document.OwnerId != currentUser.Id && !currentUser.IsAdmin)
        {
            return Forbid();
        }

        db.Documents.Remove(document);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage("Index");
    }
}
