using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
var env = builder.Environment;
bool local = env.IsDevelopment() || env.IsStaging();
builder.Services.AddServerSideBlazor(circuit => circuit.DetailedErrors = local && args.Length == 0);
builder.Services.AddSignalR(hub => hub.EnableDetailedErrors = builder.Configuration.GetValue("SignalR:Detailed", false));
builder.Services.AddDbContext<Notes>(options =>
{
    options.UseSqlite("Data Source=notes.db");
    if (!local)
        return;
    options.EnableSensitiveDataLogging();
});
#if DEBUG
Microsoft.IdentityModel.Logging.IdentityModelEventSource.ShowPII = true;
#endif
var connection = env.EnvironmentName switch
{
    "Development" => "Host=localhost;Include Error Detail=true",
    _ => "Host=db",
};
var app = builder.Build();
switch (app.Environment.EnvironmentName)
{
    case "Development":
    case "Test":
        app.UseDeveloperExceptionPage();
        break;
    default:
        app.UseExceptionHandler("/error");
        break;
}

Setup.Details(app, env);
app.MapGet("/", () => connection.Length);
app.Run();

internal static class Setup
{
    public static void Details(WebApplication app, IHostEnvironment environment)
    {
        if (environment.IsProduction())
            return;
        app.UseDeveloperExceptionPage();
    }
}

public class Notes(DbContextOptions<Notes> options) : DbContext(options);
