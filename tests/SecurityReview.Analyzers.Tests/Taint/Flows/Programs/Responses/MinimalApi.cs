// A minimal API sends what a local function says of the exception.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=totals.db"));
var app = builder.Build();
app.MapGet("/totals", (SqliteConnection connection) =>
{
    try
    {
        return Results.Ok(connection.ExecuteScalar<long>("SELECT SUM(Amount) FROM Totals"));
    }
    catch (Exception ex)
    {
        return Results.BadRequest(Explain(ex)); // reported
    }
});
app.Run();

static string Explain(Exception exception)
{
    return string.Join("\n", "The totals are missing.", exception.ToString());
}
//// good twin
// The local function names one of two constants by the exception's type.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=totals.db"));
var app = builder.Build();
app.MapGet("/totals", (SqliteConnection connection) =>
{
    try
    {
        return Results.Ok(connection.ExecuteScalar<long>("SELECT SUM(Amount) FROM Totals"));
    }
    catch (Exception ex)
    {
        return Results.BadRequest(Explain(ex));
    }
});
app.Run();

static string Explain(Exception exception)
{
    return string.Join("\n", "The totals are missing.", exception is DbException ? "database" : "program");
}
