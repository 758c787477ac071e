using QuotaService;
using QuotaService.Data;
using QuotaService.Endpoints;
using QuotaService.Errors;
using QuotaService.Quotas;
using QuotaService.Reports;
using QuotaService.Security;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddQuotaData();
builder.Services.AddApiKeySecurity();
builder.Services.AddScoped<QuotaStore>();
builder.Services.AddScoped<UsageMeter>();
builder.Services.AddScoped<ReservationStore>();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<ApiExceptionHandler>();

var app = builder.Build();

await DatabaseSetup.PrepareAsync(app.Services);

app.UseExceptionHandler();
app.UseAuthentication();
app.UseAuthorization();

app.MapGet("/health", () => "ok").AllowAnonymous();
app.MapQuotaClasses();
app.MapProjectQuotas();
app.MapUserQuotas();
app.MapInstances();
app.MapSecurityGroups();
app.MapServerGroups();
app.MapReservations();
app.MapUsage();
app.MapReservationReport();

app.Lifetime.ApplicationStarted.Register(() => StartupHint.Write(app.Urls));

app.Run();
