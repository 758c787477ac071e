using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tickets.Data;
using Tickets.Endpoints;
using Tickets.Services;
using Tickets.Stores;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddAuthentication();
builder.Services.AddAuthorization();
builder.Services.AddMemoryCache();
builder.Services.AddDbContext<TicketShop>(options => options.UseSqlite("Data Source=tickets.db"));
builder.Services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
builder.Services.AddScoped<InvitationService>();
builder.Services.AddSingleton<SignInCodes>();
builder.Services.AddHostedService<NightlyJob>();

var app = builder.Build();
app.MapControllers();
app.MapWishlists();
app.Run();
