// A route group maps a method of the program whose argument comes from the route.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=users.db"));
var app = builder.Build();
var users = app.MapGroup("/users");
users.MapGet("/{name}", UserEndpoints.ByName);
users.MapGet("/count/{level:int}", UserEndpoints.Count);
app.Run();
//// file
using Microsoft.AspNetCore.Http;

public static class UserEndpoints
{
    public static IResult ByName(string name, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Users WHERE Name = '" + name + "'"; // reported
        return Results.Ok(command.ExecuteScalar());
    }

    public static int Count(int level, SqliteConnection connection) =>
        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Users WHERE Level = " + level);
}
//// good twin
// The method binds the text; the other one embeds a number.
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=users.db"));
var app = builder.Build();
var users = app.MapGroup("/users");
users.MapGet("/{name}", UserEndpoints.ByName);
users.MapGet("/count/{level:int}", UserEndpoints.Count);
app.Run();
//// file
using Microsoft.AspNetCore.Http;

public static class UserEndpoints
{
    public static IResult ByName(string name, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id FROM Users WHERE Name = $name";
        command.Parameters.AddWithValue("$name", name);
        return Results.Ok(command.ExecuteScalar());
    }

    public static int Count(int level, SqliteConnection connection) =>
        connection.ExecuteScalar<int>("SELECT COUNT(*) FROM Users WHERE Level = " + level);
}
