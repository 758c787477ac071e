using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Pages.Documents;

[Authorize]
public class IndexModel(AppDbContext db) : PageModel
{
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = User.GetUserId();
        Documents = await db.Documents.Where(document => document.OwnerId == me).ToListAsync(cancellation);
    }
}
