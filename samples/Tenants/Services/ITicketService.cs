using Tenants.Data;

namespace Tenants.Services;

public interface ITicketService
{
    Task<List<Ticket>> ListMineAsync(CancellationToken cancellation);

    Task<Ticket?> FindAsync(int id, CancellationToken cancellation);

    Task<Ticket> OpenAsync(NewTicket ticket, string createdById, CancellationToken cancellation);

    Task<bool> CloseAsync(int id, CancellationToken cancellation);

    Task<TicketComment?> CommentAsync(int id, string text, CancellationToken cancellation);

    Task<Ticket?> CopyAsync(int id, CancellationToken cancellation);

    Task<Attachment?> FindAttachmentAsync(int ticketId, int attachmentId, CancellationToken cancellation);
}

public record NewTicket(string Subject);
