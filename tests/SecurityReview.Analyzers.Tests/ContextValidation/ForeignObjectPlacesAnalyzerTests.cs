using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The same danger in every style of endpoint, and behind services, repositories and mediators.</summary>
public class ForeignObjectPlacesAnalyzerTests
{
    [Theory]
    [InlineData("app.MapGet(\"/orders/{id:int}\", async (int id, Shop db) => await db.Orders.[|FindAsync|](id) is { } order ? Results.Ok(order) : Results.NotFound()).RequireAuthorization();")]
    [InlineData("var group = app.MapGroup(\"/orders\").RequireAuthorization(); group.MapPost(\"/{id}/cancel\", async (int id, Shop db) => { var order = await db.Orders.[|SingleAsync|](o => o.Id == id); order.Cancel(); await db.SaveChangesAsync(); return Results.NoContent(); });")]
    [InlineData("app.MapGet(\"/orders/{id}\", Get).RequireAuthorization(); static async Task<IResult> Get(int id, Shop db) => Results.Ok(await db.Orders.[|FindAsync|](id));")]
    [InlineData("app.MapGet(\"/invoices/{id}\", async ([AsParameters] Query query, Shop db) => TypedResults.Ok(await db.Invoices.[|FirstOrDefaultAsync|](i => i.Id == query.Id))).RequireAuthorization();", "public record Query(Guid Id);")]
    [InlineData("app.MapGet(\"/orders/{id}\", GetAsync).RequireAuthorization();", "private static async Task<IResult> GetAsync(int id, Shop db, CancellationToken ct) { var order = await db.Orders.[|FindAsync|]([id], ct); return order is null ? Results.NotFound() : Results.Ok(order); }")]
    [InlineData("app.MapGet(\"/orders\", async (HttpContext context, Shop db) => { var id = int.Parse((string)context.Request.RouteValues[\"id\"]!); await context.Response.WriteAsJsonAsync(await db.Orders.[|FindAsync|](id)); }).RequireAuthorization();")]
    [Clause(RuleIds.ForeignObjectLoaded, "endpoint", Verdict.Reports)]
    public Task MinimalEndpoint_Reports(string statements, string more = "") => Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Routes(statements, more));

    [Theory]
    [InlineData("app.MapGet(\"/orders/{id:int}\", async (int id, Shop db, ClaimsPrincipal user) => { var me = user.GetUserId(); return await db.Orders.FirstOrDefaultAsync(o => o.Id == id && o.UserId == me) is { } order ? Results.Ok(order) : Results.NotFound(); });")]
    [InlineData("app.MapGet(\"/orders/{id:int}\", async (int id, Shop db) => Results.Ok(await db.Orders.FindAsync(id))).RequireAuthorization(\"admin\");")]
    [InlineData("app.MapGet(\"/orders/{id:int}\", async (int id, Shop db) => Results.Ok(await db.Orders.FindAsync(id))).AllowAnonymous();")]
    [InlineData("app.MapGet(\"/orders/{id:int}\", async (int id, Shop db) => Results.Ok(await db.Orders.FindAsync(id))).AddEndpointFilter<OwnerFilter>();", "public sealed class OwnerFilter : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); }")]
    [InlineData("app.Lifetime.ApplicationStarted.Register(() => Warm(app.Services.GetRequiredService<Shop>(), 7));", "private static Order? Warm(Shop db, int id) => db.Orders.Find(id);")]
    [Clause(RuleIds.ForeignObjectLoaded, "endpoint", Verdict.IsSilent)]
    public Task CheckedMinimalEndpoint_IsSilent(string statements, string more = "") => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Routes(statements, more));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "endpoint", Verdict.Reports)]
    public Task RazorPage_Reports() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Usings + """
            [Authorize]
            public class EditModel(Shop db) : PageModel
            {
                [BindProperty(SupportsGet = true)]
                public int Id { get; set; }

                [BindProperty]
                public string Status { get; set; } = "";

                public Order? Order { get; private set; }

                public async Task<IActionResult> OnGetAsync()
                {
                    Order = await db.Orders.[|FirstOrDefaultAsync|](order => order.Id == Id);
                    return Order is null ? NotFound() : Page();
                }

                public async Task<IActionResult> OnPostAsync(int id)
                {
                    var order = await db.Orders.[|FindAsync|](id);
                    if (order is null)
                        return NotFound();
                    order.Status = Status;
                    await db.SaveChangesAsync();
                    return RedirectToPage();
                }
            }
            """ + OwnershipCode.Model);

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "endpoint", Verdict.IsSilent)]
    public Task RazorPageWithTheOwner_IsSilent() =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Usings + """
            [Authorize]
            public class EditModel(Shop db) : PageModel
            {
                public Order? Order { get; private set; }

                public async Task<IActionResult> OnGetAsync(int id)
                {
                    Order = await db.Orders.FirstOrDefaultAsync(order => order.Id == id);
                    if (Order is null || Order.UserId != User.GetUserId())
                        return NotFound();
                    return Page();
                }
            }
            """ + OwnershipCode.Model);

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "endpoint", Verdict.Reports)]
    public Task Hub_Reports() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Usings + """
            [Authorize]
            public class OrderHub(Shop db) : Hub
            {
                public async Task Watch(int orderId)
                {
                    var order = await db.Orders.[|FindAsync|](orderId);
                    await Clients.Caller.SendAsync("order", order);
                }

                public async Task WatchMine(int orderId)
                {
                    var order = await db.Orders.FindAsync(orderId);
                    if (order is null || order.UserId != Context.UserIdentifier)
                        return;
                    await Clients.Caller.SendAsync("order", order);
                }
            }
            """ + OwnershipCode.Model);

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await orders.[|GetAsync|](id));", "public Task<Order?> GetAsync(int id) => db.Orders.FirstOrDefaultAsync(o => o.Id == id);")]
    [InlineData("public async Task<IActionResult> Get(int id) { var order = await orders.[|GetAsync|](id); return order is null ? NotFound() : Ok(order); }", "public async Task<Order?> GetAsync(int id) { var order = await db.Orders.FindAsync(id); return order; }")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await orders.[|GetAsync|](id));", "public async Task<Order?> GetAsync(int id) => await Load(id) ?? throw new KeyNotFoundException(); private Task<Order?> Load(int key) => Again(key); private async Task<Order?> Again(int key) => await db.Orders.FindAsync(key);")]
    [InlineData("public async Task<IActionResult> Cancel(int id) { var order = await orders.[|GetAsync|](id); order!.Cancel(); return NoContent(); }", "public Task<Order?> GetAsync(int id) => db.Orders.SingleOrDefaultAsync(o => o.Id == id);")]
    [Clause(RuleIds.ForeignObjectLoaded, "repository", Verdict.Reports)]
    public Task MethodThatLooksUp_Reports(string action, string members) => Verify<ForeignObjectAnalyzer>.ReportsAsync(Service(action, members, "Task<Order?> GetAsync(int id);"));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await orders.GetAsync(id));", "public Task<Order?> GetAsync(int id) => db.Orders.FirstOrDefaultAsync(o => o.Id == id && o.UserId == me.Id);")]
    [InlineData("public async Task<IActionResult> Get(int id) { var order = await orders.GetAsync(id); if (order?.UserId != me.Id) return NotFound(); return Ok(order); }", "public async Task<Order?> GetAsync(int id) => await db.Orders.FindAsync(id);")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await orders.GetAsync(id));", "public async Task<Order?> GetAsync(int id) { var order = await db.Orders.FindAsync(id); if (order?.UserId != me.Id) throw new UnauthorizedAccessException(); return order; }")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await orders.GetAsync(id));", "public async Task<Order?> GetAsync(int id) { var order = await db.Orders.FindAsync(id); return order is null || order.UserId != me.Id ? null : order; }")]
    [Clause(RuleIds.ForeignObjectLoaded, "repository", Verdict.IsSilent)]
    public Task ServiceWithTheOwner_IsSilent(string action, string members) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(Service(action, members, "Task<Order?> GetAsync(int id);"));

    [Theory]
    [InlineData("public async Task<IActionResult> Cancel(int id) { await orders.CancelAsync(id); return NoContent(); }", "public async Task CancelAsync(int id) { var order = await db.Orders.[|FindAsync|](id) ?? throw new KeyNotFoundException(); order.Cancel(); await db.SaveChangesAsync(); }")]
    [InlineData("public async Task<IActionResult> Cancel(Request request) { await orders.CancelAsync(request.OrderId); return NoContent(); } public record Request(int OrderId);", "public Task CancelAsync(int id) => Change(id, \"cancelled\"); private async Task Change(int id, string status) { var order = await db.Orders.[|SingleAsync|](o => o.Id == id); order.Status = status; await db.SaveChangesAsync(); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "repository", Verdict.Reports)]
    public Task ServiceThatChanges_Reports(string action, string members) => Verify<ForeignObjectAnalyzer>.ReportsAsync(Service(action, members, "Task CancelAsync(int id);"));

    [Theory]
    [InlineData("public async Task<IActionResult> Cancel(int id) { if (!await orders.OwnsAsync(me.Id, id)) return Forbid(); await orders.CancelAsync(id); return NoContent(); }", "public Task<bool> OwnsAsync(string user, int id) => db.Orders.AnyAsync(o => o.Id == id && o.UserId == user);")]
    [InlineData("[Authorize(Roles = \"Support\")] public async Task<IActionResult> Cancel(int id) { await orders.CancelAsync(id); return NoContent(); }", "public Task<bool> OwnsAsync(string user, int id) => Task.FromResult(true);")]
    [InlineData("public async Task<IActionResult> CancelFirst() { await orders.CancelAsync(1); return NoContent(); }", "public Task<bool> OwnsAsync(string user, int id) => Task.FromResult(true);")]
    [Clause(RuleIds.ForeignObjectLoaded, "repository", Verdict.IsSilent)]
    public Task CallerThatChecks_IsSilent(string action, string members) =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(Service(
            action, members + " public async Task CancelAsync(int id) { var order = await db.Orders.FindAsync(id) ?? throw new KeyNotFoundException(); order.Cancel(); await db.SaveChangesAsync(); }",
            "Task CancelAsync(int id); Task<bool> OwnsAsync(string user, int id);"));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "generic", Verdict.Reports)]
    public Task GenericRepository_Reports() => Verify<ForeignObjectAnalyzer>.ReportsAsync(Generic("await db.Set<T>().FindAsync(id)", "[|GetByIdAsync|]"));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "generic", Verdict.IsSilent)]
    public Task GenericRepositoryOfTheTenant_IsSilent() =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(Generic("await db.Set<T>().FirstOrDefaultAsync(e => EF.Property<int>(e, \"Id\") == id && EF.Property<string>(e, \"UserId\") == Me)".Replace("EF.Property<string>(e, \"UserId\")", "((Order)(object)e).UserId", StringComparison.Ordinal), "GetByIdAsync"));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "mediator", Verdict.Reports)]
    public Task MediatorHandler_Reports() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(Mediator("var order = await db.Orders.[|FindAsync|](command.OrderId); order!.Cancel(); await db.SaveChangesAsync(); return true;"));

    [Theory]
    [InlineData("var order = await db.Orders.FindAsync(command.OrderId); if (order?.UserId != me.Id) return false; order.Cancel(); await db.SaveChangesAsync(); return true;")]
    [InlineData("var order = await db.Orders.FirstAsync(o => o.Id == command.OrderId && o.UserId == command.UserId); order.Cancel(); await db.SaveChangesAsync(); return true;")]
    [Clause(RuleIds.ForeignObjectLoaded, "mediator", Verdict.IsSilent)]
    public Task MediatorHandlerWithTheOwner_IsSilent(string body) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(Mediator(body));

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(
            OwnershipCode.Usings + """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/orders/{id}", async (int id, Shop db) => Results.Ok(await db.Orders.[|FindAsync|](id))).RequireAuthorization();
            app.MapGet("/invoices/{id}", Get).RequireAuthorization();
            app.Run();

            static IResult Get(Guid id, Shop db) => Results.Ok(db.Invoices.[|FirstOrDefault|](predicate: i => i.Id == id));
            """ + OwnershipCode.Model,
            Setting.Program);

    private static string Service(string action, string members, string declared) => OwnershipCode.Service(action, members, $"public interface IOrderService {{ {declared} }}");

    private static string Generic(string load, string get) => $$"""
        {{OwnershipCode.Usings}}
        public interface IRepository<T> where T : class { Task<T?> GetByIdAsync(int id); }
        public class Repository<T>(Shop db, ICurrentUser me) : IRepository<T> where T : class
        {
            protected string Me => me.Id;
            public async Task<T?> GetByIdAsync(int id) => {{load}};
        }
        [Authorize]
        public class OrdersController(IRepository<Order> orders, IRepository<Article> articles) : ControllerBase
        {
            public async Task<IActionResult> Get(int id) => Ok(await orders.{{get}}(id));
            public async Task<IActionResult> GetArticle(int id) => Ok(await articles.GetByIdAsync(id));
        }
        {{OwnershipCode.Model}}
        """;

    private static string Mediator(string body) => $$"""
        {{OwnershipCode.Usings}}
        public interface IRequest<T>;
        public interface IRequestHandler<TRequest, TResponse> where TRequest : IRequest<TResponse> { Task<TResponse> Handle(TRequest command, CancellationToken ct); }
        public interface ISender { Task<T> Send<T>(IRequest<T> request); }
        public record CancelOrder(int OrderId, string UserId) : IRequest<bool>;
        public class CancelOrderHandler(Shop db, ICurrentUser me) : IRequestHandler<CancelOrder, bool>
        {
            private string Me => me.Id;
            public async Task<bool> Handle(CancelOrder command, CancellationToken ct) { {{body}} }
        }
        [Authorize]
        public class OrdersController(ISender sender) : ControllerBase
        {
            public async Task<IActionResult> Cancel(int id) => await sender.Send(new CancelOrder(id, User.GetUserId())) ? NoContent() : NotFound();
        }
        {{OwnershipCode.Model}}
        """;
}
