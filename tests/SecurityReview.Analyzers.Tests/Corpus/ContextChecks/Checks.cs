using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic
{

    public class Staff : IdentityUser { public Guid ClinicId { get; set; } }
    public class Patient { public int Id { get; set; } public Guid ClinicId { get; set; } public string Notes { get; set; } = ""; }
    public class ClinicDb(DbContextOptions<ClinicDb> options) : DbContext(options) { public DbSet<Patient> Patients => Set<Patient>(); }

    // 1: the authorization of a resource is asked and forgotten.
    [ApiController, Route("patients"), Authorize]
    public class PatientsController(ClinicDb db, IAuthorizationService auth) : ControllerBase
    {
        [HttpPut("{id:int}/notes")]
        public async Task<IActionResult> UpdateNotes(int id, [FromBody] string notes)
        {
            var patient = await db.Patients.FindAsync(id);
            if (patient is null)
                return NotFound();
            await auth.AuthorizeAsync(User, patient, "SameClinic"); // expect SECR3008
            patient.Notes = notes;
            await db.SaveChangesAsync();
            return NoContent();
        }

        [HttpGet("{id:int}")]
        public async Task<ActionResult<Patient>> Get(int id)
        {
            var patient = await db.Patients.FindAsync(id);
            if (patient is null)
                return NotFound();
            var verdict = await auth.AuthorizeAsync(User, patient, "SameClinic");
            return verdict.Succeeded ? patient : Forbid();
        }
    }

    // 2: a login that takes the check for an exception.
    public class LoginModel(UserManager<Staff> users, SignInManager<Staff> signIn) : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
    {
        public async Task<IActionResult> OnPostAsync(string email, string password)
        {
            var user = await users.FindByEmailAsync(email);
            if (user == null)
                return Page();
            try
            {
                await users.CheckPasswordAsync(user, password); // expect SECR3008
            }
            catch (Exception)
            {
                return Page();
            }

            await signIn.SignInAsync(user, isPersistent: false);
            return RedirectToPage("/Index");
        }

        public async Task<IActionResult> OnPostChangeAsync(string old, string next)
        {
            var user = await users.GetUserAsync(User);
            if (user is null)
                return Challenge();
            var outcome = await users.ChangePasswordAsync(user, old, next);
            if (!outcome.Succeeded)
            {
                foreach (var error in outcome.Errors)
                    ModelState.AddModelError("", error.Description);
                return Page();
            }

            await signIn.RefreshSignInAsync(user);
            return RedirectToPage();
        }
    }

    // 3: a forgotten second factor.
    public class MfaService(UserManager<Staff> users, ILogger<MfaService> log)
    {
        public async Task<string> CompleteAsync(Staff user, string code)
        {
            var valid = await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code); // expect SECR3008
            log.LogInformation("Second factor for {User}: {Valid}", user.Id, valid);
            return "session-" + user.Id;
        }
    }

    // 4: careful variants.
    public class Accounts(UserManager<Staff> users)
    {
        public Task<bool> IsPasswordRightAsync(Staff user, string password) => users.CheckPasswordAsync(user, password);

        public async Task<IdentityResult> RegisterAsync(Staff user, string password)
        {
            var created = await users.CreateAsync(user, password);
            if (created.Succeeded)
                await users.AddToRoleAsync(user, "Staff");
            return created;
        }

        public async Task AdminResetAsync(Staff user, string password)
        {
            var token = await users.GeneratePasswordResetTokenAsync(user);
            await users.ResetPasswordAsync(user, token, password);
        }
    }
}

namespace Bank
{
    public sealed record Transfer(string From, string To, decimal Amount);
    public interface ISignatureVerifier { bool Verify(byte[] payload, byte[] signature); }
    public interface ITransferPolicy { Task<bool> MayTransferAsync(ClaimsPrincipal user, Transfer transfer); }
    public interface ILimitGuard { void EnsureWithinLimit(ClaimsPrincipal user, decimal amount); }

    // 5: a webhook whose signature is looked at and not judged.
    public class Webhooks(ISignatureVerifier verifier)
    {
        public async Task<IResult> Handle(HttpRequest request)
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer);
            var signature = Convert.FromBase64String(request.Headers["X-Signature"].ToString());
            verifier.Verify(buffer.ToArray(), signature); // expect SECR3008
            return Results.Ok(buffer.Length);
        }

        public IResult Check(byte[] body, byte[] signature) => verifier.Verify(body, signature) ? Results.Ok() : Results.Unauthorized();
    }

    // 6: a discard that looks deliberate, and a guard that throws beside it.
    public class Transfers(ITransferPolicy policy, ILimitGuard limits, ILogger<Transfers> log)
    {
        public async Task RunAsync(ClaimsPrincipal user, Transfer transfer)
        {
            limits.EnsureWithinLimit(user, transfer.Amount);
            _ = await policy.MayTransferAsync(user, transfer); // expect SECR3008
            log.LogInformation("Transferred");
        }

        public async Task<bool> TryRunAsync(ClaimsPrincipal user, Transfer transfer)
        {
            if (!await policy.MayTransferAsync(user, transfer))
                return false;
            log.LogInformation("Transferred");
            return true;
        }
    }

    // 7: an own check that answers and throws for null only.
    public static class Pins
    {
        private static bool ValidatePin(string pin, string hash)
        {
            ArgumentNullException.ThrowIfNull(pin);
            return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(pin))) == hash;
        }

        private static bool VerifyToken(string token)
        {
            if (token.Length < 20)
                throw new UnauthorizedAccessException("bad token");
            return true;
        }

        private static bool IsTokenRevoked(string token) => token.StartsWith("x", StringComparison.Ordinal);

        public static decimal Balance(string token, string hash)
        {
            VerifyToken(token);
            IsTokenRevoked(token); // expect SECR3008
            return hash.Length;
        }

        public static bool Unlock(string pin, string hash, string token) => !IsTokenRevoked(token) && ValidatePin(pin, hash);
    }

    // 8: events, builders, caches and other calls that return bool.
    public class Noise(HashSet<string> userIds, Dictionary<string, string> tokens, Queue<string> jobs)
    {
        public void Run(string userId, CancellationToken token)
        {
            userIds.Add(userId);
            tokens.Remove(userId);
            tokens.TryAdd(userId, "x");
            jobs.TryDequeue(out _);
            token.WaitHandle.WaitOne(0);
            Monitor.TryEnter(jobs);
            TouchUser(userId);
        }

        private bool TouchUser(string userId) => userIds.Contains(userId);
    }

    // 9: the certificate chain is built, and what it says is dropped.
    public static class Certificates
    {
        public static string Subject(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
        {
            using var chain = new System.Security.Cryptography.X509Certificates.X509Chain();
            chain.Build(certificate); // expect SECR3008
            return certificate.Subject;
        }

        public static bool IsGood(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
        {
            using var chain = new System.Security.Cryptography.X509Certificates.X509Chain();
            return chain.Build(certificate) && certificate.NotAfter > DateTime.UtcNow;
        }
    }
}

namespace Crm
{

    public class Lead { public int Id { get; set; } public int? OrganizationId { get; set; } public string OwnerId { get; set; } = ""; public string Name { get; set; } = ""; public string Status { get; set; } = ""; public bool Archived { get; set; } }
    public class CrmDb : DbContext
    {
        private readonly ITenantContext _tenant;
        public CrmDb(DbContextOptions<CrmDb> options, ITenantContext tenant) : base(options) => _tenant = tenant;
        public DbSet<Lead> Leads => Set<Lead>();
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            // 10: no tenant, no filter.
            modelBuilder.Entity<Lead>().HasQueryFilter(l => !_tenant.OrganizationId.HasValue || l.OrganizationId == _tenant.OrganizationId); // expect SECR3009
        }
    }

    public interface ITenantContext { int? OrganizationId { get; } }
    public record LeadFilter(string? Status, string? OwnerId, string? Search);

    // 11: optional filters of the client are fine, the one of the caller is not.
    public class LeadService(CrmDb db, IHttpContextAccessor accessor)
    {
        public async Task<List<Lead>> SearchAsync(LeadFilter filter)
        {
            var me = accessor.HttpContext?.User.FindFirst("sub")?.Value;
            var query = db.Leads.AsNoTracking();
            if (filter.Status is not null)
                query = query.Where(l => l.Status == filter.Status);
            if (!string.IsNullOrWhiteSpace(filter.OwnerId))
                query = query.Where(l => l.OwnerId == filter.OwnerId);
            if (me is not null) // expect SECR3009
                query = query.Where(l => l.OwnerId == me);
            return await query.ToListAsync();
        }

        // 12: the same, required.
        public async Task<List<Lead>> MineAsync(LeadFilter filter)
        {
            var me = accessor.HttpContext?.User.FindFirst("sub")?.Value ?? throw new UnauthorizedAccessException();
            var query = db.Leads.Where(l => l.OwnerId == me);
            if (filter.Search is { Length: > 0 } text)
                query = query.Where(l => l.Name.Contains(text));
            return await query.ToListAsync();
        }

        // 13: everything for nobody.
        public Task<List<Lead>> OpenAsync(ClaimsPrincipal user)
        {
            var userId = user.FindFirstValue(ClaimTypes.NameIdentifier);
            if (string.IsNullOrEmpty(userId)) // expect SECR3009
            {
                return db.Leads.Where(l => !l.Archived).ToListAsync();
            }

            return db.Leads.Where(l => !l.Archived && l.OwnerId == userId).ToListAsync();
        }

        // 14: an administrator sees all.
        public Task<List<Lead>> AllAsync(ClaimsPrincipal user)
        {
            var userId = user.FindFirstValue(ClaimTypes.NameIdentifier);
            return user.IsInRole("Manager") ? db.Leads.ToListAsync() : db.Leads.Where(l => l.OwnerId == userId).ToListAsync();
        }

        // 15: archived leads of all organisations.
        public Task<Lead?> ArchivedAsync(int id) => db.Leads.IgnoreQueryFilters().Where(l => l.Archived).SingleOrDefaultAsync(l => l.Id == id); // expect SECR3009

        public Task<Lead?> ArchivedOfAsync(int id, int organization) => db.Leads.IgnoreQueryFilters().SingleOrDefaultAsync(l => l.Id == id && l.OrganizationId == organization && l.Archived);
    }

    // 16: a nightly job is for all.
    public class ArchiveJob(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            foreach (var lead in await db.Leads.IgnoreQueryFilters().Where(l => !l.Archived).ToListAsync(stoppingToken))
                lead.Archived = true;
            await db.SaveChangesAsync(stoppingToken);
        }
    }
}

namespace Blog
{

    public class Post { public int Id { get; set; } public string AuthorId { get; set; } = ""; public bool IsPublic { get; set; } public string Text { get; set; } = ""; }
    public class BlogDb : DbContext { public DbSet<Post> Posts => Set<Post>(); }

    public static class Endpoints
    {
        public static void Map(WebApplication app)
        {
            // 17: drafts for whoever is not signed in.
            app.MapGet("/posts", (BlogDb db, ClaimsPrincipal user) =>
            {
                var authorId = user.FindFirstValue(ClaimTypes.NameIdentifier);
                return db.Posts.Where(p => authorId == null || p.AuthorId == authorId).ToList(); // expect SECR3009
            });

            // 18: public posts for everybody, own ones as well.
            app.MapGet("/feed", (BlogDb db, ClaimsPrincipal user) =>
            {
                var authorId = user.FindFirstValue(ClaimTypes.NameIdentifier);
                return db.Posts.Where(p => p.IsPublic || p.AuthorId == authorId).ToList();
            });

            // 19: nobody gets nothing.
            app.MapGet("/drafts", (BlogDb db, ClaimsPrincipal user) =>
            {
                var authorId = user.FindFirstValue(ClaimTypes.NameIdentifier);
                if (authorId is null)
                    return Results.Unauthorized();
                return Results.Ok(db.Posts.Where(p => p.AuthorId == authorId && !p.IsPublic).ToList());
            });

            // 20: the notice is sent when the request may be over.
            app.MapPost("/posts", (HttpContext context, ILoggerFactory loggers) =>
            {
                var log = loggers.CreateLogger("posts");
                Task.Run(async () => // expect SECR3011
                {
                    await Task.Delay(100);
                    log.LogInformation("Posted by {User} from {Address}", context.User.Identity?.Name, context.Connection.RemoteIpAddress);
                });
                return Results.Accepted();
            });
        }
    }
}

namespace Shop
{
    // 21: the current user of everybody.
    public static class CurrentUser
    {
        public static ClaimsPrincipal? Principal { get; set; }
        public static string? Name { get; private set; }
        public static void Set(HttpContext context)
        {
            Principal = context.User; // expect SECR3011
            Name = context.User.Identity?.Name; // expect SECR3011
        }
    }

    // 22: the current user per flow.
    public static class Ambient
    {
        private static readonly AsyncLocal<ClaimsPrincipal?> s_user = new();
        public static ClaimsPrincipal? User { get => s_user.Value; set => s_user.Value = value; }
        public static void Set(HttpContext context) => User = context.User;
    }

    // 23: middleware with a field.
    public class AuditMiddleware
    {
        private readonly RequestDelegate _next;
        private readonly ILogger<AuditMiddleware> _logger;
        private ClaimsPrincipal? _user;
        public AuditMiddleware(RequestDelegate next, ILogger<AuditMiddleware> logger) { _next = next; _logger = logger; }
        public async Task Invoke(HttpContext context)
        {
            _user = context.User; // expect SECR3011
            await _next(context);
            _logger.LogInformation("{User} called {Path}", _user.Identity?.Name, context.Request.Path);
        }
    }

    // 24: a filter per request with a field, and a scoped service.
    public class RequestState
    {
        public HttpContext? Context { get; private set; }
        public void Begin(HttpContext context) => Context = context;
    }

    // 25: a singleton that takes the context from the accessor each time.
    public class Tracker(IHttpContextAccessor accessor)
    {
        private readonly List<string> _paths = new();
        public void Track()
        {
            if (accessor.HttpContext is { } http)
                _paths.Add(http.Request.Path);
        }

        // 26: and one that keeps it.
        private HttpContext? _first;
        public void Remember() => _first ??= accessor.HttpContext; // expect SECR3011
        public bool HasFirst => _first is not null;
    }

    public static class Registration
    {
        public static void Add(IServiceCollection services)
        {
            services.AddSingleton<Tracker>();
            services.AddScoped<RequestState>();
        }
    }

    public class OrdersController(ILogger<OrdersController> logger, IServiceScopeFactory scopes) : ControllerBase
    {
        // 27: fire and forget with the request.
        [HttpPost("orders")]
        public IActionResult Create() // expect SECR3003
        {
            _ = NotifyAsync(Request); // expect SECR3011
            return Accepted();
        }

        private async Task NotifyAsync(HttpRequest request)
        {
            await Task.Delay(50);
            logger.LogInformation("Order from {Agent}", request.Headers.UserAgent.ToString());
        }

        // 28: fire and forget with copies and a scope of its own.
        [HttpPost("orders/import")]
        public IActionResult Import() // expect SECR3003
        {
            var userId = User.FindFirstValue(ClaimTypes.NameIdentifier);
            var path = Request.Path.Value;
            _ = Task.Run(async () =>
            {
                using var scope = scopes.CreateScope();
                await Task.Delay(10);
                logger.LogInformation("Import by {User} at {Path}", userId, path);
            });
            return Accepted();
        }

        // 29: in parallel, but awaited.
        [HttpGet("orders/summary")]
        public async Task<IActionResult> Summary()
        {
            var count = Task.Run(() => User.Claims.Count());
            var length = Task.Run(() => Request.Path.Value!.Length);
            await Task.WhenAll(count, length);
            return Ok(count.Result + length.Result);
        }

        // 30: a timer with the principal.
        [HttpPost("orders/remind")]
        public IActionResult Remind() // expect SECR3003
        {
            var user = User;
            var timer = new Timer(_ => logger.LogInformation("Remind {User}", user.Identity?.Name), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan); // expect SECR3011
            HttpContext.Response.RegisterForDispose(timer);
            return Ok();
        }
    }
}
