using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Pages.Documents;

[Authorize]
public class EditModel(AppDbContext db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public string Title { get; set; } = "";

    public Document? Document { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Document = await db.Documents.FindAsync([Id], cancellation);
        if (Document is null || Document.OwnerId != User.GetUserId())
        {
            return NotFound();
        }

        Title = Document.Title;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var document = await LoadMine(cancellation);
        if (document is null)
        {
            return NotFound();
        }

        document.Title = Title;
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage("Index");
    }

    private async Task<Document?> LoadMine(CancellationToken cancellation)
    {
        var document = await db.Documents.FindAsync([Id], cancellation);
        return document?.OwnerId == User.GetUserId() ? document : null;
    }
}
