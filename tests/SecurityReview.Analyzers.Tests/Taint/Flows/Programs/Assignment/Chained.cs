// One assignment sets two locals at once.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=stock.db"));
var app = builder.Build();
app.MapGet("/stock", (string warehouse, SqliteConnection connection) =>
{
    string shown, used;
    shown = used = warehouse;
    var items = connection.Query<string>("SELECT Item FROM Stock WHERE Warehouse = '" + used + "'"); // reported
    return new { shown, items };
});
app.Run();
//// good twin
// One assignment sets a local to what the caller sends, the other takes only whether it was sent.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=stock.db"));
var app = builder.Build();
app.MapGet("/stock", (string warehouse, SqliteConnection connection) =>
{
    string shown, used;
    used = (shown = warehouse) == "" ? "Main" : "North";
    var items = connection.Query<string>("SELECT Item FROM Stock WHERE Warehouse = '" + used + "'");
    return new { shown, items };
});
app.Run();
