namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>A small multi-tenant shop around the endpoints under test.</summary>
internal static class OwnershipCode
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Data.Common;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;

        """;

    public const string Model = """

        public class Order
        {
            public int Id { get; set; }
            public string UserId { get; set; } = "";
            public string Status { get; set; } = "";
            public decimal Total { get; set; }
            public List<OrderLine> Lines { get; } = [];
            public void Cancel() => Status = "cancelled";
        }

        public class OrderLine { public int Id { get; set; } public int OrderId { get; set; } public Order Order { get; set; } = null!; public int Quantity { get; set; } }
        public class Invoice { public Guid Id { get; set; } public Guid TenantId { get; set; } public string Number { get; set; } = ""; public decimal Amount { get; set; } public bool Paid { get; set; } }
        public class Article { public int Id { get; set; } public string Title { get; set; } = ""; }
        public class Product { public int Id { get; set; } public string CreatedBy { get; set; } = ""; public string ModifiedBy { get; set; } = ""; public string Name { get; set; } = ""; }
        public class Project { public int Id { get; set; } public string OwnerId { get; set; } = ""; public List<ProjectMember> Members { get; } = []; }
        public class ProjectMember { public int Id { get; set; } public int ProjectId { get; set; } public string UserId { get; set; } = ""; }
        public class Milestone { public int Id { get; set; } public int ProjectId { get; set; } public Project Project { get; set; } = null!; public string CreatedById { get; set; } = ""; public string Name { get; set; } = ""; }

        public class Shop : DbContext
        {
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<OrderLine> Lines => Set<OrderLine>();
            public DbSet<Invoice> Invoices => Set<Invoice>();
            public DbSet<Article> Articles => Set<Article>();
            public DbSet<Product> Products => Set<Product>();
            public DbSet<Project> Projects => Set<Project>();
            public DbSet<ProjectMember> Members => Set<ProjectMember>();
            public DbSet<Milestone> Milestones => Set<Milestone>();
        }

        public interface ICurrentUser { string Id { get; } Guid TenantId { get; } bool IsAdmin { get; } }

        public static class PrincipalExtensions
        {
            public static string GetUserId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier)!;
        }
        """;

    /// <summary>Members of a controller that only signed-in users reach, with a database, the caller and a log at hand.</summary>
    public static string Controller(string members, string more = "") => $$"""
        {{Usings}}
        [Authorize]
        public class OrdersController(Shop db, ICurrentUser me, IAuthorizationService authorization, ILogger<OrdersController> logger) : ControllerBase
        {
            {{members}}
            private void Use() => logger.LogInformation("{Db} {Me} {Authorization}", db, me, authorization);
        }
        {{Model}}
        {{more}}
        """;

    /// <summary>Statements that map minimal endpoints.</summary>
    public static string Routes(string statements, string more = "") => $$"""
        {{Usings}}
        public static class Routes
        {
            public static void Map(WebApplication app)
            {
                {{statements}}
            }
            {{more}}
        }
        {{Model}}
        """;

    /// <summary>An action that calls a service, and the members of that.</summary>
    public static string Service(string action, string members, string more = "") => $$"""
        {{Usings}}
        [Authorize]
        public class OrdersController(IOrderService orders, ICurrentUser me) : ControllerBase
        {
            {{action}}
            private string Me => me.Id;
        }
        public class OrderService(Shop db, ICurrentUser me) : IOrderService
        {
            {{members}}
            private string Mine => me.Id + db.ContextId;
        }
        {{more}}
        {{Model}}
        """;
}
