using ErrorHandling.Careless.Data;
using ErrorHandling.Careless.Parcels;
using ErrorHandling.Careless.Security;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddDbContext<ParcelContext>(options => options
    .UseSqlite(builder.Configuration.GetConnectionString("parcels"))
    .EnableSensitiveDataLogging()); // SECR2003
builder.Services.AddSignalR(options => options.EnableDetailedErrors = true); // SECR2003
builder.Services.AddHttpClient<CarrierClient>(client => client.BaseAddress = new Uri(builder.Configuration["Carrier:Address"] ?? "http://localhost"));
builder.Services.AddScoped<ParcelService>();
builder.Services.AddSingleton<LabelStore>();
builder.Services.AddSingleton<PickupCodes>();

var app = builder.Build();
app.UseDeveloperExceptionPage(); // SECR2003
app.UseMiddleware<ApiKeyMiddleware>();
app.MapControllers();
app.MapParcels();
app.MapHub<TrackingHub>("/tracking");

using (var scope = app.Services.CreateScope())
{
    await scope.ServiceProvider.GetRequiredService<ParcelContext>().Database.EnsureCreatedAsync();
}

app.Run(); // SECR2004
