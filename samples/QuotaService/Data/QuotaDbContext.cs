using Microsoft.EntityFrameworkCore;

namespace QuotaService.Data;

public sealed class QuotaDbContext(DbContextOptions<QuotaDbContext> options) : DbContext(options)
{
    public DbSet<ProjectQuota> ProjectQuotas => Set<ProjectQuota>();

    public DbSet<UserQuota> UserQuotas => Set<UserQuota>();

    public DbSet<QuotaClass> QuotaClasses => Set<QuotaClass>();

    public DbSet<Instance> Instances => Set<Instance>();

    public DbSet<SecurityGroup> SecurityGroups => Set<SecurityGroup>();

    public DbSet<ServerGroup> ServerGroups => Set<ServerGroup>();

    public DbSet<Reservation> Reservations => Set<Reservation>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ServerGroup>().HasMany(group => group.Members).WithOne().HasForeignKey(instance => instance.ServerGroupId);
        modelBuilder.Entity<Instance>().HasIndex(instance => instance.ProjectId);
        modelBuilder.Entity<Reservation>().HasIndex(reservation => new { reservation.ProjectId, reservation.Resource });
        modelBuilder.Entity<ApiKey>().HasIndex(key => key.Hash).IsUnique();
    }
}
