using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Tickets
{
    public class RequestContext
    {
        public string? AccountId { get; set; }
        public string? UserId { get; set; }
        public IReadOnlyList<string> Roles { get; set; } = [];
    }

    public class Ticket { public int Id { get; set; } public string? UserId { get; set; } public string? AccountId { get; set; } public string Text { get; set; } = ""; }

    public interface ITicketStore { IQueryable<Ticket> All { get; } void Save(Ticket ticket); }

    // 31: the context is trusted in a command.
    public class CloseTicketHandler(ITicketStore store)
    {
        public void Handle(RequestContext request, int id)
        {
            var ticket = store.All.Single(t => t.Id == id);
            if (ticket.UserId != request.UserId) // expect SECR3010
                throw new UnauthorizedAccessException();
            ticket.Text = "closed";
            store.Save(ticket);
        }
    }

    // 32: the same with a guard clause.
    public class ReopenTicketHandler(ITicketStore store)
    {
        public void Handle(RequestContext request, int id)
        {
            if (request?.UserId is null)
                throw new UnauthorizedAccessException("no caller");
            var ticket = store.All.Single(t => t.Id == id && t.UserId == request.UserId);
            store.Save(ticket);
        }
    }

    // 33: a base class checks for all.
    public abstract class Handler
    {
        protected static void RequireCaller(RequestContext context)
        {
            if (string.IsNullOrWhiteSpace(context.UserId) || string.IsNullOrWhiteSpace(context.AccountId))
                throw new UnauthorizedAccessException();
        }
    }

    public class ListTicketsHandler(ITicketStore store) : Handler
    {
        public List<Ticket> Handle(RequestContext context)
        {
            RequireCaller(context);
            return store.All.Where(t => t.AccountId == context.AccountId && t.UserId == context.UserId).ToList();
        }
    }

    // 34: by roles, which are never null.
    public class EscalateHandler(ITicketStore store)
    {
        public void Handle(RequestContext context, Ticket ticket)
        {
            if (!context.Roles.Contains("agent"))
                throw new UnauthorizedAccessException();
            store.Save(ticket);
        }
    }

    // 35: an extension method over the query.
    public static class TicketQueries
    {
        public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, RequestContext context) =>
            tickets.Where(t => t.UserId == context.UserId); // expect SECR3010
    }

    // 36: mapping and logging is no decision.
    public class TicketFactory(ILogger<TicketFactory> log)
    {
        public Ticket Create(RequestContext context, string text)
        {
            log.LogInformation("Ticket of {User}", context.UserId);
            return new Ticket { UserId = context.UserId, AccountId = context.AccountId, Text = text };
        }
    }
}

namespace Fleet
{
    // 37: ids are numbers and always there.
    public sealed record CallerContext(int TenantId, int UserId, bool IsAdmin);
    public class Truck { public int Id { get; set; } public int TenantId { get; set; } }
    public class TruckService
    {
        public bool MayDrive(CallerContext caller, Truck truck) => caller.IsAdmin || truck.TenantId == caller.TenantId;
    }

    // 38: a session that validates itself.
    public sealed class Session
    {
        public Session(string? userId, string? tenantId)
        {
            UserId = string.IsNullOrEmpty(userId) ? throw new ArgumentException("user") : userId;
            TenantId = tenantId;
        }

        public string? UserId { get; }
        public string? TenantId { get; }
    }

    public class Trip { public string? UserId { get; set; } public string? OwnerId { get; set; } }
    public class TripService
    {
        public bool IsMine(Session session, Trip trip) => session.UserId == trip.UserId;
    }

    // 39: an accessor that may have nothing.
    public interface ISessionAccessor { UserSession? Current { get; } }
    public class UserSession { public string? UserId { get; init; } public string? TenantId { get; init; } }
    public class TripPolicy(ISessionAccessor sessions)
    {
        public bool CanCancel(Trip trip) => trip.OwnerId == sessions.Current?.UserId; // expect SECR3010
    }

    // 40: the same, asked first.
    public class CarefulTripPolicy(ISessionAccessor sessions)
    {
        public bool CanCancel(Trip trip)
        {
            if (sessions.Current is not { UserId: { Length: > 0 } me })
                return false;
            return trip.OwnerId == me;
        }
    }
}

namespace Legacy
{
#nullable disable
    // 41: code without annotations.
    public class AppUser { public string UserId { get; set; } public bool IsAdmin { get; set; } public string[] Roles { get; set; } }
    public class Folder { public string OwnerId { get; set; } public string Name { get; set; } }
    public class FolderManager
    {
        public void Rename(AppUser user, Folder folder, string name)
        {
            if (user.IsAdmin || folder.OwnerId == user.UserId) // expect SECR3010
                folder.Name = name;
        }

        public void Delete(AppUser user, Folder folder)
        {
            if (user == null || string.IsNullOrEmpty(user.UserId))
                throw new ArgumentNullException(nameof(user));
            if (folder.OwnerId != user.UserId)
                throw new UnauthorizedAccessException();
            folder.Name = null;
        }
    }

    // 42: a claim in old code, reached from nowhere protected.
    public static class PrincipalExtensions
    {
        public static string GetCompanyId(this ClaimsPrincipal principal)
        {
            return principal.FindFirst("company").Value; // expect SECR3010
        }

        public static string GetCompanyOrNull(this ClaimsPrincipal principal)
        {
            var claim = principal.FindFirst("company");
            return claim == null ? null : claim.Value;
        }
    }
#nullable restore
}

namespace Portal
{
    // 43: the request is taken for granted in a service that open pages use.
    public class Visitor(IHttpContextAccessor accessor)
    {
        public string Name => accessor.HttpContext!.User.Identity!.Name ?? "guest"; // expect SECR3010
    }

    public class PublicModel(Visitor visitor) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
    {
        public string Greeting { get; private set; } = "";
        public void OnGet() => Greeting = "Hello " + visitor.Name;
    }

    // 44: a service that only protected actions use.
    public class Member(IHttpContextAccessor accessor)
    {
        public string Id => accessor.HttpContext!.User.FindFirst(ClaimTypes.NameIdentifier)!.Value;
    }

    [Authorize, Route("member")]
    public class MemberController(Member member) : Controller
    {
        [HttpGet("id")]
        public string Id() => member.Id;
    }

    // 45: asked with care.
    public class CarefulMember(IHttpContextAccessor accessor)
    {
        public string Id => accessor.HttpContext?.User.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? throw new UnauthorizedAccessException();
        public bool IsKnown => accessor.HttpContext?.User.Identity?.IsAuthenticated == true;
    }

    // 46: identity look-up in a protected page.
    [Authorize]
    public class ProfileModel(UserManager<IdentityUser> users) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
    {
        public async Task<IActionResult> OnPostAsync(string phone)
        {
            var user = await users.FindByIdAsync(User.FindFirstValue(ClaimTypes.NameIdentifier)!);
            if (user is null)
                return NotFound();
            await users.SetPhoneNumberAsync(user, phone);
            return RedirectToPage();
        }
    }

    public static class Start
    {
        public static void Run(string[] args)
        {
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddRazorPages();
            builder.Services.AddControllers();
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.UseAuthorization();
            app.MapRazorPages();
            app.MapControllers();

            // 47: an open endpoint, 48: a closed one, 49: one that asks.
            app.MapGet("/open", (ClaimsPrincipal user) => user.FindFirst("sub")!.Value); // expect SECR3010
            app.MapGet("/closed", (ClaimsPrincipal user) => user.FindFirst("sub")!.Value).RequireAuthorization();
            app.MapGet("/asks", (HttpContext http) => http.User.Identity is { IsAuthenticated: true } ? http.User.FindFirst("sub")!.Value : "nobody");
            app.Run();
        }
    }
}
