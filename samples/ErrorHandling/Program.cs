using ErrorHandling.Data;
using ErrorHandling.Errors;
using ErrorHandling.Parcels;
using ErrorHandling.Security;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers(options => options.Filters.Add<CarrierExceptionFilter>());
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<ParcelExceptionHandler>();
builder.Services.AddDbContext<ParcelContext>(options => options
    .UseSqlite(builder.Configuration.GetConnectionString("parcels"))
    .EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));
builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment());
builder.Services.AddHttpClient<CarrierClient>(client => client.BaseAddress = new Uri(builder.Configuration["Carrier:Address"] ?? "http://localhost"));
builder.Services.AddScoped<ParcelService>();
builder.Services.AddSingleton<LabelStore>();
builder.Services.AddSingleton<PickupCodes>();

var app = builder.Build();
if (app.Environment.IsDevelopment())
{
    app.UseDeveloperExceptionPage();
}
else
{
    app.UseExceptionHandler();
    app.UseHsts();
}

app.UseStatusCodePages();
app.UseMiddleware<ApiKeyMiddleware>();
app.MapControllers();
app.MapParcels();
app.MapHub<TrackingHub>("/tracking");

using (var scope = app.Services.CreateScope())
{
    await scope.ServiceProvider.GetRequiredService<ParcelContext>().Database.EnsureCreatedAsync();
}

app.Run();
