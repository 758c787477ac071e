using System.Data.Common;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Endpoints;
using Tenants.Hubs;
using Tenants.Messaging;
using Tenants.Repositories;
using Tenants.Security;
using Tenants.Services;

var builder = WebApplication.CreateBuilder(args);
var database = builder.Configuration.GetConnectionString("Tenants") ?? "Data Source=tenants.db";

builder.Services.AddHttpContextAccessor();
builder.Services.AddScoped<ICurrentUser, CurrentUser>();
builder.Services.AddDbContext<AppDbContext>(options => options.UseSqlite(database));
builder.Services.AddScoped<DbConnection>(_ => new SqliteConnection(database));
builder.Services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
builder.Services.AddScoped<ReportStore>();
builder.Services.AddScoped<KeyUsageReader>();
builder.Services.AddScoped<KeyEndpoints>();
builder.Services.AddScoped<ITicketService, TicketService>();
builder.Services.AddScoped<ProjectGuard>();
builder.Services.AddScoped<NoteExport>();
builder.Services.AddSingleton<ActivityLog>();
builder.Services.AddSingleton<BackgroundQueue>();
builder.Services.AddSingleton<IPasswordHasher<AppUser>, PasswordHasher<AppUser>>();
builder.Services.AddHostedService<QueueWorker>();
builder.Services.AddScoped<ISender, Mediator>();
builder.Services.AddScoped<IRequestHandler<GetProject, Project?>, GetProjectHandler>();
builder.Services.AddScoped<IRequestHandler<RenameProject, bool>, RenameProjectHandler>();
builder.Services.AddScoped<IRequestHandler<AddMilestone, int>, AddMilestoneHandler>();
builder.Services.AddScoped<IRequestHandler<MoveMilestone, bool>, MoveMilestoneHandler>();

builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
builder.Services.AddSingleton<IAuthorizationHandler, TicketAccessHandler>();
builder.Services.AddAuthorizationBuilder()
    .AddPolicy(Policies.Agents, policy => policy.RequireRole(Roles.Agent, Roles.Admin))
    .AddPolicy(Policies.Billing, policy => policy.RequireClaim("department", "billing"))
    .AddPolicy(Policies.TicketAccess, policy => policy.AddRequirements(new TicketAccess()));

builder.Services.AddControllers();
builder.Services.AddRazorPages();
builder.Services.AddSignalR();
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();
app.UseMiddleware<LastSeenMiddleware>();

app.MapControllers();
app.MapRazorPages();
app.MapHub<TicketHub>("/hubs/tickets");
app.MapHub<BoardHub>("/hubs/board");
app.MapNotes();
app.MapReports();
KeyEndpoints.Map(app);
app.MapGet("/me", (ICurrentUser currentUser) => new { currentUser.Id, currentUser.TenantId }).RequireAuthorization();
app.MapGet("/welcome", (HttpContext context) => $"Welcome, {context.User.Identity?.Name ?? "stranger"}");
app.MapGet("/health", () => "well");
app.Run();
