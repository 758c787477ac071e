using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
var everywhere = true;
builder.WebHost.UseSetting("detailedErrors", "true"); // expect SECR2003
builder.Services.AddServerSideBlazor(circuit => circuit.DetailedErrors = everywhere); // expect SECR2003
builder.Services.AddDbContextPool<Logs>((services, options) =>
{
    options.UseSqlite(builder.Configuration["Db"]).EnableDetailedErrors().EnableSensitiveDataLogging(); // expect SECR2003
});
Microsoft.IdentityModel.Logging.IdentityModelEventSource.ShowPII = !false; // expect SECR2003
var source = new Npgsql.NpgsqlConnectionStringBuilder { Host = "db", IncludeErrorDetail = true }; // expect SECR2003
var other = "Host=db;Database=logs;Include Error Detail=True"; // expect SECR2003
var app = builder.Build();
if (app.Environment.IsDevelopment() || app.Environment.IsProduction())
    app.UseDeveloperExceptionPage(); // expect SECR2003
if (app.Environment.IsDevelopment())
    Console.WriteLine("development");
app.UseExceptionHandler("/error");
app.MapGet("/", () => source.Host + other.Length);
app.Run();

public class Logs(DbContextOptions<Logs> options) : DbContext(options)
{
    protected override void OnConfiguring(DbContextOptionsBuilder builder)
    {
        if (!builder.IsConfigured)
            builder.EnableSensitiveDataLogging(true); // expect SECR2003
    }
}
