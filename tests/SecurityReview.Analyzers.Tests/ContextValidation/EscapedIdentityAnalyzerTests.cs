using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.EscapedCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.EscapedIdentityAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Places that all requests share, and work that outlives one.</summary>
public class EscapedIdentityAnalyzerTests
{
    private const string Rule = RuleIds.RequestIdentityEscapes;

    [Theory]
    [InlineData("private static HttpContext? s_current; public void Keep() { s_current = [|HttpContext|]; }")]
    [InlineData("public static HttpRequest? Last { get; set; } public void Keep() => Last = [|Request|];")]
    [InlineData("private static readonly Dictionary<string, HttpContext> s_open = new(); public void Keep(string id) { s_open[id] = [|HttpContext|]; }")]
    [InlineData("private static readonly ConcurrentBag<HttpContext> s_all = new(); public void Keep() => s_all.Add([|HttpContext|]);")]
    [InlineData("private static HttpContext? s_current; public void Keep(IHttpContextAccessor a) { s_current ??= [|a.HttpContext|]; }")]
    [Clause(Rule, "static", Verdict.Reports)]
    public Task StaticStore_Reports(string members) => Verify.ReportsAsync(Controller(members));

    [Theory]
    [InlineData("private static readonly ClaimsPrincipal s_anonymous = new(new ClaimsIdentity()); private static ClaimsPrincipal? s_system; public void Keep() { s_system = s_anonymous; s_system = new ClaimsPrincipal(); }")]
    [InlineData("private static readonly AsyncLocal<HttpContext?> s_flow = new(); public void Keep() { s_flow.Value = HttpContext; }")]
    [InlineData("[ThreadStatic] private static ClaimsPrincipal? t_user; public void Keep() { t_user = User; }")]
    [InlineData("public void Keep() { Thread.CurrentPrincipal = User; HttpContext.Items[\"user\"] = User; var mine = HttpContext; _ = mine; }")]
    [InlineData("private static HttpContext? s_current; public void Forget() { s_current = null; }")]
    [Clause(Rule, "static", Verdict.IsSilent)]
    public Task OwnPrincipalAndPlacesPerFlow_AreSilent(string members) => Verify.IsSilentAsync(Controller(members));

    [Theory]
    [InlineData("public class Session(IHttpContextAccessor accessor) { private HttpContext? _http; public void Begin() { _http = [|accessor.HttpContext|]; } } public static class StartUp { public static void Add(IServiceCollection services) => services.AddSingleton<Session>(); }")]
    [InlineData("public class Tracking(RequestDelegate next) { private HttpContext? _http; public async Task InvokeAsync(HttpContext context) { _http = [|context|]; await next(_http); } }")]
    [InlineData("public class Worker : BackgroundService { public HttpContext? Last { get; private set; } public void Remember(HttpContext http) => Last = [|http|]; protected override Task ExecuteAsync(CancellationToken token) => Task.CompletedTask; }")]
    [InlineData("public interface IUsers { } public class Users : IUsers { private readonly List<ClaimsPrincipal> _all = new(); public void Add(ClaimsPrincipal user) => _all.Add([|user|]); } public static class StartUp { public static void Add(IServiceCollection services) => services.AddSingleton<IUsers, Users>(); }")]
    [Clause(Rule, "singleton", Verdict.Reports)]
    public Task SingletonStore_Reports(string types) => Verify.ReportsAsync(Usings + types);

    [Theory]
    [InlineData("public class Session(IHttpContextAccessor accessor) { private HttpContext? _http; public void Begin() { _http = accessor.HttpContext; } } public static class StartUp { public static void Add(IServiceCollection services) => services.AddScoped<Session>(); }")]
    [InlineData("public class Tracking(RequestDelegate next) { public async Task InvokeAsync(HttpContext context) { context.Items[\"start\"] = context.User; await next(context); } }")]
    [InlineData("public class Tracking : IMiddleware { private HttpContext? _http; public Task InvokeAsync(HttpContext context, RequestDelegate next) { _http = context; return next(_http); } }")]
    [Clause(Rule, "singleton", Verdict.IsSilent)]
    public Task ObjectOfTheRequest_IsSilent(string types) => Verify.IsSilentAsync(Usings + types);

    [Theory]
    [InlineData("private static string? s_userName; public void Keep() { s_userName = [|User.Identity!.Name|]; }")]
    [InlineData("private static string? s_userId; public void Keep() { var id = User.FindFirst(ClaimTypes.NameIdentifier)?.Value; s_userId = [|id|]; }")]
    [Clause(Rule, "identity-value", Verdict.Reports)]
    public Task NameOfTheCallerInAStatic_Reports(string members) => Verify.ReportsAsync(Controller(members));

    [Theory]
    [InlineData("private static int s_count; private static string? s_version; public void Keep() { s_count = s_count + 1; s_version = Request.Headers.UserAgent.ToString().Length > 0 ? \"2\" : \"1\"; }")]
    [InlineData("private string? _userName; public void Keep() { _userName = User.Identity!.Name; logger.LogInformation(\"{N}\", _userName); }")]
    [Clause(Rule, "identity-value", Verdict.IsSilent)]
    public Task OtherValuesAndOtherPlaces_AreSilent(string members) => Verify.IsSilentAsync(Controller(members));

    [Theory]
    [InlineData("private static ClaimsPrincipal? s_user; public void Keep() { s_user = [|User|]; }")]
    [InlineData("private static IPrincipal? s_user; public void Keep(HttpContext http) { s_user = [|http.User|]; }")]
    [InlineData("private static ClaimsPrincipal? s_user; public void Keep() { s_user = [|new ClaimsPrincipal(User.Identity!)|]; }")]
    [Clause(Rule, "principal", Verdict.Reports)]
    public Task Principal_Reports(string members) => Verify.ReportsAsync(Controller(members));

    [Fact]
    [Clause(Rule, "principal", Verdict.IsSilent)]
    public Task PrincipalThatIsPassedOn_IsSilent() =>
        Verify.IsSilentAsync(Controller("public bool May() => Allows(User); private static bool Allows(ClaimsPrincipal user) { var copy = user; return copy.IsInRole(\"admin\"); }"));

    [Theory]
    [InlineData("_ = Task.Run([|() =>|] logger.LogInformation(\"{N}\", User.Identity!.Name));")]
    [InlineData("Task.Run([|async () =>|] { await audit.WriteAsync(HttpContext.Request.Path); });")]
    [InlineData("var task = Task.Factory.StartNew([|() =>|] logger.LogInformation(\"{P}\", http.Request.Path));")]
    [InlineData("_ = audit.WriteAsync(\"x\").ContinueWith([|done =>|] logger.LogInformation(\"{N}\", principal.Identity!.Name));")]
    [InlineData("var user = User; _ = Task.Run([|delegate|] { logger.LogInformation(\"{N}\", user.Identity!.Name); });")]
    [Clause(Rule, "task", Verdict.Reports)]
    [Clause(Rule, "copied", Verdict.Reports)]
    public Task ForgottenTask_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("await Task.Run(() => logger.LogInformation(\"{N}\", User.Identity!.Name));")]
    [InlineData("var task = Task.Run(() => logger.LogInformation(\"{N}\", User.Identity!.Name)); await task;")]
    [InlineData("await Task.WhenAll(Task.Run(() => logger.LogInformation(\"{N}\", User.Identity!.Name)), audit.WriteAsync(http.Request.Path));")]
    [InlineData("Task.Run(() => logger.LogInformation(\"{N}\", User.Identity!.Name)).Wait();")]
    [InlineData("HttpContext.Response.OnCompleted(() => audit.WriteAsync(User.Identity!.Name));")]
    [Clause(Rule, "task", Verdict.IsSilent)]
    public Task AwaitedTask_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("ThreadPool.QueueUserWorkItem([|_ =>|] logger.LogInformation(\"{P}\", Request.Path));")]
    [InlineData("new Thread([|() =>|] logger.LogInformation(\"{N}\", principal.Identity!.Name)).Start();")]
    [InlineData("var timer = new Timer([|_ =>|] logger.LogInformation(\"{P}\", http.Request.Path), null, 0, 1000);")]
    [InlineData("var timer = new System.Timers.Timer(10); timer.Elapsed += [|(_, _) =>|] logger.LogInformation(\"{P}\", http.Request.Path);")]
    [Clause(Rule, "thread-timer", Verdict.Reports)]
    public Task ThreadOrTimer_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("var thread = new Thread(() => logger.LogInformation(\"{N}\", principal.Identity!.Name)); thread.Start(); thread.Join();")]
    [InlineData("var path = Request.Path.ToString(); ThreadPool.QueueUserWorkItem(_ => logger.LogInformation(\"{P}\", path));")]
    [InlineData("using var timer = new Timer(_ => logger.LogInformation(\"tick\"), null, 0, 1000);")]
    [Clause(Rule, "thread-timer", Verdict.IsSilent)]
    public Task JoinedThreadAndTimersOfTheirOwn_AreSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Fact]
    [Clause(Rule, "queue", Verdict.Reports)]
    public Task BackgroundQueue_Reports() =>
        Verify.ReportsAsync(Action("queue.QueueBackgroundWorkItem([|async token =>|] { await audit.WriteAsync(User.FindFirst(\"sub\")?.Value); });"));

    [Theory]
    [InlineData("var id = User.FindFirst(\"sub\")?.Value; queue.QueueBackgroundWorkItem(token => audit.WriteAsync(id));")]
    [InlineData("var steps = new Queue<Action>(); steps.Enqueue(() => logger.LogInformation(\"{P}\", Request.Path)); while (steps.TryDequeue(out var step)) step();")]
    [Clause(Rule, "queue", Verdict.IsSilent)]
    [Clause(Rule, "copied", Verdict.IsSilent)]
    public Task CopiesAndLocalQueues_AreSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("public IActionResult Act() { _ = [|SendAsync(HttpContext)|]; return Done; } private async Task SendAsync(HttpContext http) { await Task.Delay(1); await audit.WriteAsync(http.Request.Path); }")]
    [InlineData("public IActionResult Act() { [|SendAsync(User)|]; return Done; } private async Task SendAsync(ClaimsPrincipal user) { await audit.WriteAsync(user.Identity!.Name); }")]
    [InlineData("public IActionResult Act() { _ = [|SendAsync()|]; return Done; } private async Task SendAsync() { await Task.Delay(1); await audit.WriteAsync(User.Identity!.Name); }")]
    [Clause(Rule, "forgotten-call", Verdict.Reports)]
    public Task ForgottenCall_Reports(string members) => Verify.ReportsAsync(Controller(members));

    [Theory]
    [InlineData("public async Task<IActionResult> Act() { await SendAsync(HttpContext); return Done; } private async Task SendAsync(HttpContext http) { await Task.Delay(1); await audit.WriteAsync(http.Request.Path); }")]
    [InlineData("public IActionResult Act() { _ = SendAsync(User.Identity!.Name); return Done; } private async Task SendAsync(string? name) { await audit.WriteAsync(name); }")]
    [InlineData("public IActionResult Act() { _ = SendAsync(); return Done; } private async Task SendAsync() { await audit.WriteAsync(User.Identity!.Name); }")]
    [InlineData("public Task Act() => SendAsync(User); private async Task SendAsync(ClaimsPrincipal user) { await audit.WriteAsync(user.Identity!.Name); }")]
    [Clause(Rule, "forgotten-call", Verdict.IsSilent)]
    public Task AwaitedCallAndCopies_AreSilent(string members) => Verify.IsSilentAsync(Controller(members));

    [Fact]
    [Clause(Rule, "accessor", Verdict.Reports)]
    public Task AccessorWithinTheWork_Reports() =>
        Verify.ReportsAsync(Action("_ = Task.Run([|() =>|] logger.LogInformation(\"{N}\", accessor.HttpContext?.User.Identity?.Name));"));

    [Fact]
    [Clause(Rule, "accessor", Verdict.IsSilent)]
    public Task AccessorBeforeTheWork_IsSilent() =>
        Verify.IsSilentAsync(Action("var name = accessor.HttpContext?.User.Identity?.Name; _ = Task.Run(() => logger.LogInformation(\"{N}\", name));"));

    [Fact]
    public Task HandlerOfATopLevelProgram_Reports() =>
        Verify.ReportsAsync(
            """
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/orders", (HttpContext http) =>
            {
                _ = Task.Run([|async () =>|] { await Task.Delay(10); System.Console.WriteLine(http.User.Identity?.Name); });
                return Results.Accepted();
            });
            app.Run();
            """,
            Setting.Program);

    [Theory]
    [InlineData("public void Act() { Task.Run(() => User.Identity. }")]
    [InlineData("private static HttpContext s_x; public void Act() { s_x = ; s_x = HttpContext")]
    [InlineData("public void Act() { _ = Act(HttpContext); new Thread(() => }")]
    public Task HalfTyped_Runs(string members) => Verify.RunsAsync(Controller(members));
}
