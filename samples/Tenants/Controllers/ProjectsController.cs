using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Messaging;
using Tenants.Security;

namespace Tenants.Controllers;

public class ProjectsController(ISender sender, AppDbContext db, ProjectGuard guard) : ApiController
{
    [HttpGet]
    public async Task<IActionResult> List(CancellationToken cancellation) =>
        Ok(await db.Projects.Where(project => project.OwnerId == UserId).Select(project => new { project.Id, project.Name }).ToListAsync(cancellation));

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Get(int id, CancellationToken cancellation) =>
        await sender.Send(new GetProject(id), cancellation) is { } project ? Ok(project) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create([FromBody] string name, CancellationToken cancellation)
    {
        var project = new Project { Name = name, OwnerId = UserId };
        db.Projects.Add(project);
        await db.SaveChangesAsync(cancellation);
        return Ok(project.Id);
    }

    [HttpPut("{id:int}/name")]
    public async Task<IActionResult> Rename(int id, [FromBody] string name, CancellationToken cancellation) =>
        await sender.Send(new RenameProject(id, name, UserId), cancellation) ? NoContent() : NotFound();

    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Archive(int id, CancellationToken cancellation)
    {
        var rows = await db.Projects.Where(project => project.Id == id && project.OwnerId == UserId)
            .ExecuteUpdateAsync(change => change.SetProperty(project => project.IsArchived, true), cancellation);
        return rows == 0 ? NotFound() : NoContent();
    }

    [HttpGet("{projectId:int}/milestones/{milestoneId:int}")]
    public async Task<IActionResult> GetMilestone(int projectId, int milestoneId, CancellationToken cancellation)
    {
        if (!await guard.CanReadAsync(projectId, cancellation))
        {
            return Forbid();
        }

        var milestone = await db.Milestones.FindAsync([milestoneId], cancellation);
        if (milestone is null || milestone.ProjectId != projectId)
        {
            return NotFound();
        }

        return Ok(milestone);
    }

    [HttpPost("{projectId:int}/milestones")]
    public async Task<IActionResult> AddMilestone(int projectId, NewMilestone milestone, CancellationToken cancellation) =>
        Ok(await sender.Send(new AddMilestone(projectId, milestone.Name, milestone.Due), cancellation));

    [HttpPut("{projectId:int}/milestones/{milestoneId:int}")]
    public async Task<IActionResult> MoveMilestone(int projectId, int milestoneId, [FromBody] DateOnly due, CancellationToken cancellation) =>
        await sender.Send(new MoveMilestone(projectId, milestoneId, due), cancellation) ? NoContent() : NotFound();

    [HttpPost("{projectId:int}/members")]
    public async Task<IActionResult> AddMember(int projectId, NewMember member, CancellationToken cancellation)
    {
        await guard.EnsureCanEditAsync(projectId, cancellation);
        db.Members.Add(new ProjectMember { ProjectId = projectId, UserId = member.UserId, CanEdit = member.CanEdit });
        await db.SaveChangesAsync(cancellation);
        return NoContent();
    }

    public record NewMilestone(string Name, DateOnly Due);

    public record NewMember(string UserId, bool CanEdit);
}
