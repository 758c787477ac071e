using System.Security.Principal;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Wiki
{
    public class Page { public int Id { get; set; } public string CreatedBy { get; set; } = ""; public Guid? WorkspaceId { get; set; } public string Body { get; set; } = ""; }
    public class WikiDb : DbContext { public DbSet<Page> Pages => Set<Page>(); }
    public sealed record Decision(bool Allowed, string? Reason);
    public interface IPageAccess { ValueTask<Decision> CheckAccessAsync(ClaimsPrincipal user, Page page, CancellationToken token = default); }

    // 50: a hub that asks and goes on.
    [Authorize]
    public class WikiHub(WikiDb db, IAuthorizationService authorization) : Hub
    {
        public async Task Save(int id, string body)
        {
            var page = await db.Pages.FirstAsync(p => p.Id == id);
            var allowed = await authorization.AuthorizeAsync(Context.User!, page, "Edit"); // expect SECR3008
            page.Body = body;
            await db.SaveChangesAsync();
        }

        public async Task Lock(int id)
        {
            var page = await db.Pages.FirstAsync(p => p.Id == id);
            if (!(await authorization.AuthorizeAsync(Context.User!, page, "Edit")).Succeeded)
                throw new HubException("no");
            page.Body = "";
            await db.SaveChangesAsync();
        }
    }

    // 51: in a loop, in a switch, in a local function.
    public class Importer(ILogger<Importer> logger)
    {
        public void Import(IEnumerable<Page> pages, IPrincipal user)
        {
            foreach (var page in pages)
            {
                HasWriteAccess(page); // expect SECR3008
                logger.LogInformation("{Id}", page.Id);
            }

            bool HasWriteAccess(Page page) => page.CreatedBy == user.Identity?.Name;
        }

        public int Count(IEnumerable<Page> pages, IPrincipal user) => pages.Count(page => HasReadAccess(user, page));

        private static bool HasReadAccess(IPrincipal user, Page page) => user.IsInRole("reader") || page.CreatedBy.Length > 0;
    }

    // 52: a result object that nobody opens, and one that is.
    public class Publisher(IPageAccess access)
    {
        public async Task PublishAsync(ClaimsPrincipal user, Page page)
        {
            var decision = await access.CheckAccessAsync(user, page);
            if (!decision.Allowed)
                throw new UnauthorizedAccessException(decision.Reason);
            page.Body += "!";
        }
    }

    // 53: the filter hangs on a flag that says whether there is a workspace.
    public class Search(WikiDb db, IHttpContextAccessor accessor)
    {
        public IQueryable<Page> All(string? text)
        {
            var hasUser = accessor.HttpContext?.User.Identity?.Name is not null;
            var name = accessor.HttpContext?.User.Identity?.Name;
            var pages = db.Pages.Where(p => text == null || p.Body.Contains(text));
            return name != null ? pages.Where(p => p.CreatedBy == name) : pages; // expect SECR3009
        }

        public IQueryable<Page> Drafts() =>
            accessor.HttpContext?.User.FindFirst("sub")?.Value is { } me ? db.Pages.Where(p => p.CreatedBy == me) : Enumerable.Empty<Page>().AsQueryable();
    }
}

namespace Games
{
    public sealed class Player { public string? UserId { get; init; } public string[] Roles { get; init; } = []; }
    public sealed class Match { public int Id { get; set; } public string? OwnerId { get; set; } public string Score { get; set; } = ""; }

    // 54: pattern in a switch expression.
    public sealed class PlayerContext { public string? UserId { get; init; } public string? TenantId { get; init; } public bool IsAdmin { get; init; } }
    public static class Rules
    {
        public static bool MayStop(PlayerContext player, Match match) => player switch
        {
            { IsAdmin: true } => true,
            _ => match.OwnerId == player.UserId, // expect SECR3010
        };

        public static bool MayPause(PlayerContext player, Match match) => player switch
        {
            { IsAdmin: true } => true,
            { UserId: { } me } => match.OwnerId == me,
            _ => false,
        };

        // 55: early return without braces, inverted.
        public static string Score(PlayerContext player, Match match)
        {
            if (player.UserId == null) return "";
            return match.OwnerId != player.UserId ? "" : match.Score;
        }

        // 56: the check is a method of the context itself.
        public static void Reset(CheckedContext context, Match match)
        {
            context.EnsureAuthenticated();
            if (match.OwnerId != context.UserId)
                throw new UnauthorizedAccessException();
            match.Score = "";
        }
    }

    public sealed class CheckedContext
    {
        public string? UserId { get; init; }
        public string? TenantId { get; init; }
        public bool IsAdmin { get; init; }
        public void EnsureAuthenticated() { if (UserId is null) throw new UnauthorizedAccessException(); }
    }

    // 57: a cache of principals that all share, by connection; and one of names that is meant.
    public class Lobby : Hub
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, ClaimsPrincipal> s_players = new();
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, byte> s_online = new();

        public override Task OnConnectedAsync()
        {
            s_players[Context.ConnectionId] = Context.User!; // expect SECR3011
            s_online.TryAdd(Context.UserIdentifier ?? "", 0);
            return base.OnConnectedAsync();
        }
    }

    // 58: the work is started in a helper and awaited by the caller.
    public class MailController(ILogger<MailController> logger) : ControllerBase
    {
        [HttpPost("mail")]
        public async Task<IActionResult> Send() // expect SECR3003
        {
            await Start();
            return Ok();
        }

        private Task Start() => Task.Run(() => logger.LogInformation("{Path}", Request.Path));

        // 59: continuation that nobody awaits.
        [HttpPost("mail/late")]
        public IActionResult Late() // expect SECR3003
        {
            Task.Delay(100).ContinueWith(_ => logger.LogInformation("{User}", HttpContext.User.Identity?.Name)); // expect SECR3011
            return Ok();
        }

        // 60: a disposed scope is another matter; the copies are fine.
        [HttpPost("mail/queue")]
        public IActionResult Queue([FromServices] System.Threading.Channels.Channel<Func<CancellationToken, Task>> channel) // expect SECR3003
        {
            var name = User.Identity?.Name;
            channel.Writer.TryWrite(_ => { logger.LogInformation("{User}", name); return Task.CompletedTask; });
            return Accepted();
        }
    }

    // 61: options, caches and statics of the application.
    public class Settings
    {
        private static string s_admin = "root";
        private static GenericPrincipal? s_service;
        public static void Load(IConfiguration configuration)
        {
            s_admin = configuration["admin"] ?? "root";
            s_service = new GenericPrincipal(new GenericIdentity("service"), ["jobs"]);
        }

        public static string Admin => s_admin + s_service?.Identity.Name;
    }

    // 62: a lock-out that is counted, and a verdict that is.
    public class Gate(SignInManager<IdentityUser> signIn)
    {
        public async Task<bool> EnterAsync(IdentityUser user, string password)
        {
            var attempt = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
            return attempt is { Succeeded: true, IsLockedOut: false };
        }

        public async Task<string> EnterAndSayAsync(IdentityUser user, string password)
        {
            var attempt = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true); // expect SECR3008
            return attempt != null ? "welcome " + user.UserName : "sorry";
        }
    }
}
