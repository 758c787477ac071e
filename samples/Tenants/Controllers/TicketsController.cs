using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Tenants.Data;
using Tenants.Repositories;
using Tenants.Security;
using Tenants.Services;

namespace Tenants.Controllers;

public class TicketsController(ITicketService tickets, IRepository<Ticket> repository, IAuthorizationService authorization) : ApiController
{
    [HttpGet]
    public async Task<ActionResult<List<Ticket>>> List(CancellationToken cancellation) => await tickets.ListMineAsync(cancellation);

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Get(int id, CancellationToken cancellation)
    {
        var ticket = await tickets.FindAsync(id, cancellation);
        if (ticket is null)
        {
            return NotFound();
        }

        var decision = await authorization.AuthorizeAsync(User, ticket, Policies.TicketAccess);
        return decision.Succeeded ? Ok(ticket) : Forbid();
    }

    [HttpPost]
    public async Task<IActionResult> Open(NewTicket ticket, CancellationToken cancellation)
    {
        var opened = await tickets.OpenAsync(ticket, UserId, cancellation);
        return CreatedAtAction(nameof(Get), new { id = opened.Id }, opened);
    }

    [HttpPost("{id:int}/close")]
    public async Task<IActionResult> Close(int id, CancellationToken cancellation) =>
        await tickets.CloseAsync(id, cancellation) ? NoContent() : NotFound();

    [HttpPost("{id:int}/comments")]
    public async Task<IActionResult> Comment(int id, NewComment comment, CancellationToken cancellation) =>
        await tickets.CommentAsync(id, comment.Text, cancellation) is { } added ? Ok(added.Id) : NotFound();

    [HttpPut("{id:int}/subject")]
    public async Task<IActionResult> Rename(int id, NewTicket change, CancellationToken cancellation)
    {
        var ticket = await repository.GetByIdAsync(id, cancellation);
        if (ticket is null || ticket.CreatedById != UserId)
        {
            return NotFound();
        }

        ticket.Subject = change.Subject;
        await repository.SaveAsync(cancellation);
        return NoContent();
    }

    [HttpGet("{ticketId:int}/attachments/{attachmentId:int}")]
    public async Task<IActionResult> Download(int ticketId, int attachmentId, CancellationToken cancellation)
    {
        var ticket = await tickets.FindAsync(ticketId, cancellation);
        if (ticket is null || !(await authorization.AuthorizeAsync(User, ticket, Policies.TicketAccess)).Succeeded)
        {
            return NotFound();
        }

        var attachment = await tickets.FindAttachmentAsync(ticketId, attachmentId, cancellation);
        return attachment is null ? NotFound() : File(attachment.Content, "application/octet-stream", attachment.FileName);
    }

    [HttpPost("{id:int}/assign")]
    [Authorize(Policies.Agents)]
    public async Task<IActionResult> Assign(int id, [FromBody] string assigneeId, CancellationToken cancellation)
    {
        var ticket = await repository.GetByIdAsync(id, cancellation);
        if (ticket is null)
        {
            return NotFound();
        }

        ticket.AssigneeId = assigneeId;
        await repository.SaveAsync(cancellation);
        return NoContent();
    }

    [HttpPost("{id:int}/copy")]
    public async Task<IActionResult> Copy(int id, CancellationToken cancellation) =>
        await tickets.CopyAsync(id, cancellation) is { } copy ? Ok(copy.Id) : NotFound();

    public record NewComment(string Text);
}
