namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

/// <summary>Programs of controllers, pages, hubs and services, of the last ten years.</summary>
public class ControllerProgramTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading.Tasks;
        using Grpc.Core;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    private const string Orders = """

        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; }
        public class Db(DbContextOptions<Db> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); }
        """;

    private static Task JudgesAsync(string program) => ReviewedProgram.IsAProgramAsync(Usings + program);

    [Fact]
    public Task ApiWithOneForgottenAction() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthentication("Bearer").AddCookie("Bearer");
        var app = builder.Build();
        app.UseHttpsRedirection();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        app.Run();

        [ApiController]
        [Route("api/[controller]")]
        public class OrdersController : ControllerBase
        {
            private readonly Db _db;
            public OrdersController(Db db) { _db = db; }

            [HttpGet("{id:int}")]
            public async Task<ActionResult<Order>> GetById(int id) => await _db.Orders.FindAsync(id) is { } order ? order : NotFound();

            [HttpPost]
            [Authorize]
            public async Task<IActionResult> Post([FromBody] Order order)
            {
                _db.Orders.Add(order);
                await _db.SaveChangesAsync();
                return CreatedAtAction(nameof(GetById), new { id = order.Id }, order);
            }

            [HttpDelete("{id:int}")]
            public async Task<IActionResult> Remove(int id) // SECR3003
            {
                var order = await _db.Orders.FindAsync(id);
                if (order is null)
                    return NotFound();
                _db.Orders.Remove(order);
                await _db.SaveChangesAsync();
                return NoContent();
            }
        }
        """ + Orders);

    [Fact]
    public Task StartupOfTheFirstYears() => JudgesAsync("""
        WebHost.Run(args);
        public static class WebHost { public static void Run(string[] args) => new WebHostBuilder().UseStartup<Startup>().Build().Run(); }

        public class Startup
        {
            public Startup(IConfiguration configuration) { Configuration = configuration; }
            public IConfiguration Configuration { get; }

            public void ConfigureServices(IServiceCollection services)
            {
                services.AddAuthentication();
                services.AddMvc(options => options.EnableEndpointRouting = false);
            }

            public void Configure(IApplicationBuilder app)
            {
                app.UseStaticFiles();
                app.UseAuthentication();
                app.UseMvc(routes => routes.MapRoute("default", "{controller=Home}/{action=Index}/{id?}"));
            }
        }

        [Authorize]
        public class ManageController : Controller
        {
            [HttpPost, ValidateAntiForgeryToken] public IActionResult ChangePassword(string password) => View(password);
        }

        public class HomeController : Controller
        {
            public IActionResult Index() => View();
            [HttpPost, ValidateAntiForgeryToken] public IActionResult Comment(string text) => View(text); // SECR3003
        }

        public class AccountController : Controller
        {
            [HttpPost] public IActionResult Login(string name) => View(name);
            [HttpPost] public IActionResult Register(string name) => View(name);
            [HttpPost] public IActionResult LogOff() => View();
        }
        """);

    [Fact]
    public Task GlobalFilterWithAnOpenController() => JudgesAsync("""
        var builder = Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
        builder.Build().Run();

        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) =>
                services.AddControllersWithViews(options =>
                {
                    var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
                    options.Filters.Add(new AuthorizeFilter(policy));
                });

            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                app.UseRouting();
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseEndpoints(endpoints => endpoints.MapDefaultControllerRoute());
            }
        }

        public class OrdersController : Controller { [HttpPost] public IActionResult Create(Order order) => View(order); }
        [AllowAnonymous] public class ContactController : Controller { [HttpPost] public IActionResult Send(string text) => View(text); }
        """ + Orders);

    [Fact]
    public Task StartupWithTheStepsInTheWrongOrder() => JudgesAsync("""
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();

        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) { services.AddControllers(); services.AddAuthorization(); }

            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                if (env.IsDevelopment())
                    app.UseDeveloperExceptionPage();
                app.UseRouting();
                app.UseAuthorization(); // SECR3004
                app.UseAuthentication();
                app.UseEndpoints(endpoints => { endpoints.MapControllers(); });
            }
        }

        public class OtherStartup
        {
            public void Configure(IApplicationBuilder app)
            {
                app.UseRouting();
                app.UseAuthentication();
                app.UseEndpoints(endpoints => { endpoints.MapControllers(); });
                app.UseAuthorization(); // SECR3004
            }
        }
        """);

    [Fact]
    public Task Areas() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllersWithViews();
        builder.Services.AddAuthorization(options => options.AddPolicy("Staff", policy => policy.RequireRole("Admin", "Editor")));
        var app = builder.Build();
        app.MapAreaControllerRoute("admin", "Admin", "admin/{controller}/{action}");
        app.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
        app.Run();

        namespace Web.Areas.Admin.Controllers
        {
            [Area("Admin"), Authorize(Policy = "Staff")]
            public abstract class AdminController : Controller { }
            public class ProductsController : AdminController { [HttpPost] public IActionResult Edit(int id) => View(id); }
            [Area("Admin")]
            public class UsersController : Controller { [HttpPost] public IActionResult Ban(int id) => View(id); } // SECR3003
        }

        namespace Web.Controllers { public class HomeController : Controller { public IActionResult Index() => View(); } }
        """);

    [Fact]
    public Task CrudBaseController() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        [ApiController, Route("[controller]")]
        public abstract class CrudController<TEntity>(DbContext db) : ControllerBase where TEntity : class
        {
            [HttpPost] public virtual async Task<TEntity> Create(TEntity entity) { db.Add(entity); await db.SaveChangesAsync(); return entity; }
            [HttpDelete("{id}")] public virtual async Task Delete(int id) { db.Remove((await db.Set<TEntity>().FindAsync(id))!); await db.SaveChangesAsync(); }
        }

        [Authorize] public class OrdersController(Db db) : CrudController<Order>(db) { }
        [Authorize(Roles = "Admin")] public class AdminOrdersController(Db db) : CrudController<Order>(db) { [AllowAnonymous] public override Task<Order> Create(Order entity) => base.Create(entity); }
        """ + Orders);

    [Fact]
    public Task OwnPermissionAttributes() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        public class HasPermissionAttribute(string permission) : AuthorizeAttribute(permission) { }
        public class PermissionPolicies(Microsoft.Extensions.Options.IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options) { }
        public class ClaimRequirementAttribute : TypeFilterAttribute { public ClaimRequirementAttribute(string type, string value) : base(typeof(ClaimRequirementFilter)) => Arguments = [new Claim(type, value)]; }
        public class ClaimRequirementFilter(Claim claim) : IAuthorizationFilter
        {
            public void OnAuthorization(AuthorizationFilterContext context) { if (!context.HttpContext.User.Claims.Any(c => c.Type == claim.Type && c.Value == claim.Value)) context.Result = new ForbidResult(); }
        }

        [ApiController, Route("reports")]
        public class ReportsController : ControllerBase
        {
            [HttpPost, HasPermission("reports.create")] public IActionResult Create() => Ok();
            [HttpPut, ClaimRequirement("reports", "edit")] public IActionResult Edit() => Ok();
            [HttpDelete] public IActionResult Delete() => Ok(); // SECR3003
        }
        """);

    [Fact]
    public Task SessionCheckInABaseController() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllersWithViews();
        builder.Services.AddAuthentication();
        var app = builder.Build();
        app.MapDefaultControllerRoute();
        app.Run();

        public abstract class BaseController : Controller
        {
            public override void OnActionExecuting(ActionExecutingContext context)
            {
                if (HttpContext.Session.GetInt32("UserId") == null)
                    context.Result = new RedirectToActionResult("Login", "Account", null);
                base.OnActionExecuting(context);
            }
        }

        public class OrdersController : BaseController { [HttpPost] public IActionResult Create(Order order) => View(order); }
        public class NewsController : Controller { [HttpPost] public IActionResult Create(string text) => View(text); } // SECR3003
        """ + Orders);

    [Fact]
    public Task ActionsWithoutVerbs() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllersWithViews();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapDefaultControllerRoute();
        app.Run();

        public interface IOrderService { Task RemoveAsync(int id); Task<Order?> FindAsync(int id); }
        public class OrderService(Db db) : IOrderService
        {
            public async Task RemoveAsync(int id) { db.Orders.Remove(new Order { Id = id }); await db.SaveChangesAsync(); }
            public async Task<Order?> FindAsync(int id) => await db.Orders.FindAsync(id);
        }

        public class OrdersController(IOrderService service) : Controller
        {
            public async Task<IActionResult> Details(int id) => View(await service.FindAsync(id));
            public async Task<IActionResult> Delete(int id) // SECR3003
            {
                await service.RemoveAsync(id);
                return RedirectToAction("Index");
            }

            public IActionResult Index() => View();
            public IActionResult Error() => View();
        }
        """ + Orders);

    [Fact]
    public Task CommandsWithTheirOwnAttributes() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthentication();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        namespace App.Security { [AttributeUsage(AttributeTargets.Class)] public class AuthorizeAttribute : Attribute { public string Roles { get; set; } = ""; } }
        namespace App
        {
            public interface ISender { Task<int> Send(object request); }
            [App.Security.Authorize(Roles = "Administrator")] public record PurgeCommand(int Id);
            public record TouchCommand(int Id);

            [ApiController, Route("x")]
            public class ThingsController(ISender sender) : ControllerBase
            {
                [HttpPost("a")] public Task<int> Purge(PurgeCommand command) => sender.Send(command);
                [HttpPost("b")] public Task<int> PurgeOne(int id) => sender.Send(new PurgeCommand(id));
                [HttpPost("c")] public Task<int> Touch(TouchCommand command) => sender.Send(command); // SECR3003
            }
        }
        """);

    [Fact]
    public Task ServicesWithAttributesThatNobodyReads() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddScoped<IUserService, UserService>();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        public interface IUserService { void Delete(int id); }
        public class UserService : IUserService
        {
            [Authorize(Roles = "Admin")] // SECR3004
            public void Delete(int id) => Console.WriteLine(id);
        }

        [Authorize]
        public class UsersController(IUserService service) : ControllerBase
        {
            [HttpDelete("{id}")]
            public IActionResult Delete(int id) { service.Delete(id); Audit(); return Ok(); }

            [Authorize(Roles = "Admin")] // SECR3004
            private void Audit() { }
        }
        """);

    [Fact]
    public Task WebhookAndHealthControllers() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        [ApiController, Route("api/stripe/webhook")]
        public class StripeController(Db db) : ControllerBase { [HttpPost] public async Task<IActionResult> Handle(Order order) { db.Add(order); await db.SaveChangesAsync(); return Ok(); } }
        [ApiController, Route("api/payments")]
        public class PaymentsController(Db db) : ControllerBase
        {
            [HttpPost("notify")] public async Task<IActionResult> Notify(Order order, [FromHeader(Name = "X-Signature")] string signature)
            {
                if (!IsValidSignature(signature))
                    return BadRequest();
                db.Add(order);
                await db.SaveChangesAsync();
                return Ok();
            }

            [HttpPost("refund")] public IActionResult Refund(Order order) => Ok(order); // SECR3003
            private static bool IsValidSignature(string signature) => signature.Length == 64;
        }
        [Route("[controller]")] public class HealthController : ControllerBase { [HttpPost] public IActionResult Report() => Ok(); }
        """ + Orders);

    [Fact]
    public Task PartialControllersAndLinkedAttributes() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        [Authorize] public partial class OrdersController : ControllerBase { }
        public partial class OrdersController { [HttpPost] public IActionResult Create() => Ok(); [HttpPut, AllowAnonymous] public IActionResult Open() => Ok(); }
        public partial class CarsController : ControllerBase { }
        public partial class CarsController { [HttpPost] public IActionResult Create() => Ok(); } // SECR3003
        """);

    [Fact]
    public Task OpenControllerWithAProtectedAction() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        var app = builder.Build();
        app.MapControllers();
        app.Run();

        [AllowAnonymous]
        [Route("articles")]
        public class ArticlesController : ControllerBase
        {
            [HttpGet] public IActionResult List() => Ok();
            [HttpPost]
            [Authorize(Roles = "Editor")] // SECR3004
            public IActionResult Publish() => Ok();
        }
        """);

    [Fact]
    public Task RazorPages() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/Admin", "RequireAdministratorRole");
            options.Conventions.AuthorizePage("/Checkout");
        });
        builder.Services.AddAuthorization(options => options.AddPolicy("RequireAdministratorRole", policy => policy.RequireRole("Administrator")));
        var app = builder.Build();
        app.MapRazorPages();
        app.Run();

        namespace Shop.Pages.Admin { public class UsersModel : PageModel { public IActionResult OnPostDelete(int id) => Page(); } }
        namespace Shop.Pages
        {
            public class CheckoutModel : PageModel { public IActionResult OnPost() => Page(); }
            public class ReviewModel(Db db) : PageModel
            {
                [BindProperty] public Order Input { get; set; } = new();
                public void OnGet() { }
                public async Task<IActionResult> OnPostAsync() // SECR3003
                {
                    if (!ModelState.IsValid)
                        return Page();
                    db.Orders.Add(Input);
                    await db.SaveChangesAsync();
                    return RedirectToPage("./Index");
                }
            }

            public class EditModel : PageModel
            {
                public void OnGet() { }
                [Authorize(Roles = "Administrator")] // SECR3004
                public IActionResult OnPost() => Page();
            }
        }
        """ + Orders);

    [Fact]
    public Task HubsAndServices() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSignalR();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapHub<ChatHub>("/chat");
        app.MapHub<BoardHub>("/board");
        app.MapHub<AdminHub>("/admin").RequireAuthorization("admin");
        app.Run();

        public class ChatHub : Hub
        {
            public Task Send(string user, string text) => Clients.All.SendAsync("received", user, text);
            public async Task Join(string room) => await Groups.AddToGroupAsync(Context.ConnectionId, room);
        }

        public class BoardHub(Db db) : Hub<IBoard>
        {
            [Authorize] public async Task Add(Order order) { db.Orders.Add(order); await db.SaveChangesAsync(); await Clients.Others.Added(order.Id); }
            public async Task Remove(int id) // SECR3003
            {
                await db.Orders.Where(order => order.Id == id).ExecuteDeleteAsync();
                await Clients.Others.Removed(id);
            }
        }

        public interface IBoard { Task Added(int id); Task Removed(int id); }
        public class AdminHub(Db db) : Hub { public Task Clear() => db.Orders.ExecuteDeleteAsync(); }
        """ + Orders);

    [Fact]
    public Task LibraryOfControllers_IsNotJudged() => ReviewedProgram.IsALibraryAsync(Usings + """
        namespace Shared
        {
            [ApiController, Route("x")] public class ThingsController : ControllerBase { [HttpPost] public void Create() { } [HttpPut, Authorize] public void Update() { } }
            public static class Setup { public static IServiceCollection AddThings(this IServiceCollection services) { services.AddAuthorization(); services.AddControllers(); return services; } }
            [Authorize] public class Handler { public void Handle() { } }
        }
        """);

    [Fact]
    public Task ODataController() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseRouting();
        app.MapControllers();
        app.Run();

        public class OrdersController(Db db) : Microsoft.AspNetCore.OData.Routing.Controllers.ODataController
        {
            public IQueryable<Order> Get() => db.Orders;
            [HttpPost] public async Task<IActionResult> Post([FromBody] Order order) { db.Orders.Add(order); await db.SaveChangesAsync(); return Created(order); } // SECR3003
        }
        """ + Orders);

    [Fact]
    public Task FastEndpointsAreSecureByThemselves() => JudgesAsync("""
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.Run();

        public class CreateOrder : FastEndpoints.Endpoint<Order>
        {
            public override void Configure() { Post("/orders"); Roles("Admin"); }
            public override Task HandleAsync(Order request, System.Threading.CancellationToken ct) => Task.CompletedTask;
        }
        public class Contact : FastEndpoints.Endpoint<Order>
        {
            public override void Configure() { Post("/contact"); AllowAnonymous(); }
            public override Task HandleAsync(Order request, System.Threading.CancellationToken ct) => Task.CompletedTask;
        }
        [FastEndpoints.HttpPost("/other"), Authorize]
        public class Other : FastEndpoints.Endpoint<Order> { public override Task HandleAsync(Order request, System.Threading.CancellationToken ct) => Task.CompletedTask; }
        """ + Orders);

    [Fact]
    public Task ClassicMvc() => ReviewedProgram.IsALibraryAsync("""
        using System;
        using System.Web.Mvc;
        using System.Web.Routing;

        namespace System.Web.Mvc
        {
            public class ActionResult { }
            public abstract class Controller { protected ActionResult View() => new ActionResult(); }
            public class HttpPostAttribute : Attribute { }
            public class HttpGetAttribute : Attribute { }
            public class AuthorizeAttribute : Attribute { }
            public class AllowAnonymousAttribute : Attribute { }
            public static class RouteCollectionExtensions { public static void MapRoute(this RouteCollection routes, string name, string url) { } }
        }
        namespace System.Web.Routing { public class RouteCollection { } }

        public class RouteConfig { public static void RegisterRoutes(RouteCollection routes) => routes.MapRoute("Default", "{controller}/{action}/{id}"); }
        public class OrdersController : Controller
        {
            [HttpPost, Authorize] public ActionResult Create() { return View(); }
            [HttpPost] public ActionResult Delete(int id) { return View(); } // SECR3003
            [HttpGet] public ActionResult Index() { return View(); }
        }
        [Authorize] public class AdminController : Controller { [HttpPost] public ActionResult Save() { return View(); } [HttpPost, AllowAnonymous] public ActionResult Send() { return View(); } }
        """);
}
