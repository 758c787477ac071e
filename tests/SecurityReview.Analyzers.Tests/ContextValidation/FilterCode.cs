namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Code around filtered queries.</summary>
internal static class FilterCode
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;

        """;

    private const string Types = """
        public class Order { public int Id { get; set; } public Guid? TenantId { get; set; } public string OwnerId { get; set; } = ""; public string FarmId { get; set; } = ""; public bool IsDeleted { get; set; } public Project Project { get; set; } = null!; }
        public class Project { public int Id { get; set; } public string OwnerId { get; set; } = ""; }
        public interface ICurrentUser { string? UserId { get; } Guid? TenantId { get; } bool IsAdmin { get; } }
        public interface ITenantProvider { Guid? GetTenantId(); }
        public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); public DbSet<Project> Projects => Set<Project>(); }
        public static class Queries
        {
            public static IQueryable<T> WhereIf<T>(this IQueryable<T> query, bool condition, Expression<Func<T, bool>> predicate) => condition ? query.Where(predicate) : query;
        }
        """;

    /// <summary>A method of a service over orders.</summary>
    public static string Method(string method) => $$"""
        {{Usings}}
        public sealed class OrderService(ShopContext db, ICurrentUser caller, ITenantProvider tenants, ClaimsPrincipal user)
        {
            {{method}}
        }
        {{Types}}
        """;

    /// <summary>A body that returns orders.</summary>
    public static string List(string body) => Method($$"""
        public async Task<List<Order>> ListAsync(Guid? tenantId, string? ownerId)
            {
                {{body}}
            }
        """);

    /// <summary>A context with a model.</summary>
    public static string Model(string filter) => $$"""
        {{Usings}}
        public class ModelContext(DbContextOptions options, ITenantProvider tenants) : DbContext(options)
        {
            private readonly Guid? _tenantId = tenants.GetTenantId();
            public DbSet<Order> Orders => Set<Order>();
            protected override void OnModelCreating(ModelBuilder builder)
            {
                {{filter}}
            }
        }
        {{Types}}
        """;
}
