using Microsoft.EntityFrameworkCore;
using Tenants.Security;

namespace Tenants.Data;

/// <summary>The tables; invoices are those of the caller's tenant, whatever a query asks for.</summary>
public class AppDbContext(DbContextOptions<AppDbContext> options, ICurrentUser currentUser) : DbContext(options)
{
    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<TicketComment> Comments => Set<TicketComment>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectMember> Members => Set<ProjectMember>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<AccessKey> Keys => Set<AccessKey>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<AppUser> Users => Set<AppUser>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<Upload> Uploads => Set<Upload>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Invoice>().HasQueryFilter(invoice => invoice.TenantId == currentUser.TenantId);
        modelBuilder.Entity<Project>().HasQueryFilter(project => !project.IsArchived);
    }
}
