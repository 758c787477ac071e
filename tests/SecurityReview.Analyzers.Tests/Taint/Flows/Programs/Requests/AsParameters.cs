// A minimal API takes a structure of query values, and a filter object is made of it.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.CreateBuilder(args).Build();
var group = app.MapGroup("/cars");
group.MapGet("/", ([AsParameters] CarQuery query, SqliteConnection connection) =>
{
    var filter = CarFilter.From(query);
    var cars = connection.Query($"SELECT * FROM Cars WHERE {filter.Condition}", new { query.Maker }); // reported
    return Results.Ok(cars);
});
app.Run();

public readonly record struct CarQuery(string Maker, int? Doors);

public sealed class CarFilter
{
    public string Condition { get; private init; } = "1 = 1";

    public static CarFilter From(CarQuery query) => query.Doors is { } doors
        ? new CarFilter { Condition = $"Doors = {doors}" }
        : new CarFilter { Condition = $"Maker = '{query.Maker}'" };
}
//// good twin
// The filter object keeps the number of the structure.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

var app = WebApplication.CreateBuilder(args).Build();
var group = app.MapGroup("/cars");
group.MapGet("/", ([AsParameters] CarQuery query, SqliteConnection connection) =>
{
    var filter = CarFilter.From(query);
    var cars = connection.Query($"SELECT * FROM Cars WHERE {filter.Condition}", new { query.Maker });
    return Results.Ok(cars);
});
app.Run();

public readonly record struct CarQuery(string Maker, int? Doors);

public sealed class CarFilter
{
    public string Condition { get; private init; } = "1 = 1";

    public static CarFilter From(CarQuery query) => query.Doors is { } doors
        ? new CarFilter { Condition = $"Doors = {doors}" }
        : new CarFilter { Condition = $"Maker = @Maker" };
}
