using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Messaging;

public record GetProject(int Id) : IRequest<Project?>;

public record RenameProject(int Id, string Name, string UserId) : IRequest<bool>;

public record AddMilestone(int ProjectId, string Name, DateOnly Due) : IRequest<int>;

public record MoveMilestone(int ProjectId, int MilestoneId, DateOnly Due) : IRequest<bool>;

public class GetProjectHandler(AppDbContext db, ICurrentUser currentUser) : IRequestHandler<GetProject, Project?>
{
    public Task<Project?> Handle(GetProject request, CancellationToken cancellation) =>
        db.Projects.Include(project => project.Milestones).FirstOrDefaultAsync(
            project => project.Id == request.Id && project.Members.Any(member => member.UserId == currentUser.Id), cancellation);
}

public class RenameProjectHandler(AppDbContext db) : IRequestHandler<RenameProject, bool>
{
    public async Task<bool> Handle(RenameProject request, CancellationToken cancellation)
    {
        var project = await db.Projects.SingleOrDefaultAsync(found => found.Id == request.Id, cancellation);
        if (project is null || project.OwnerId != request.UserId)
        {
            return false;
        }

        project.Name = request.Name;
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}

public class AddMilestoneHandler(AppDbContext db, ProjectGuard guard) : IRequestHandler<AddMilestone, int>
{
    public async Task<int> Handle(AddMilestone request, CancellationToken cancellation)
    {
        await guard.EnsureCanEditAsync(request.ProjectId, cancellation);
        var project = await db.Projects.FirstAsync(found => found.Id == request.ProjectId, cancellation);
        var milestone = new Milestone { Name = request.Name, Due = request.Due };
        project.Milestones.Add(milestone);
        await db.SaveChangesAsync(cancellation);
        return milestone.Id;
    }
}

public class MoveMilestoneHandler(AppDbContext db, ProjectGuard guard) : IRequestHandler<MoveMilestone, bool>
{
    public async Task<bool> Handle(MoveMilestone request, CancellationToken cancellation)
    {
        await guard.EnsureCanEditAsync(request.ProjectId, cancellation);
        var milestone = await db.Milestones.FirstOrDefaultAsync(found => found.Id == request.MilestoneId && found.ProjectId == request.ProjectId, cancellation);
        if (milestone is null)
        {
            return false;
        }

        milestone.Due = request.Due;
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
