using Microsoft.EntityFrameworkCore;
using Tenants.Data;

namespace Tenants.Security;

/// <summary>Asks whether the caller may enter a project.</summary>
public class ProjectGuard(AppDbContext db, ICurrentUser currentUser)
{
    public async Task<bool> CanReadAsync(int projectId, CancellationToken cancellation) =>
        currentUser.IsAdmin || await db.Projects.AnyAsync(
            project => project.Id == projectId && (project.OwnerId == currentUser.Id || project.Members.Any(member => member.UserId == currentUser.Id)), cancellation);

    public async Task EnsureCanEditAsync(int projectId, CancellationToken cancellation)
    {
        var mayEdit = await db.Projects.AnyAsync(
            project => project.Id == projectId && (project.OwnerId == currentUser.Id || project.Members.Any(member => member.UserId == currentUser.Id && member.CanEdit)), cancellation);
        if (!mayEdit)
        {
            throw new UnauthorizedAccessException("The project is not yours to change.");
        }
    }
}
