// A minimal API hands a part of the query to a service that it gets injected.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=shop.db"));
builder.Services.AddScoped<IProductService, ProductService>();
var app = builder.Build();
app.MapGet("/products", (string name, int? limit, IProductService products) => Results.Ok(products.Find(name, limit ?? 10)));
app.Run();
//// file
public interface IProductService
{
    IEnumerable<string> Find(string name, int limit);
}

public sealed class ProductService(SqliteConnection connection) : IProductService
{
    public IEnumerable<string> Find(string name, int limit)
    {
        var sql = $"SELECT Title FROM Products WHERE Name LIKE '%{name}%' LIMIT {limit}";
        return connection.Query<string>(sql); // reported
    }
}
//// good twin
// The service binds the text and puts only the number into the statement.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(_ => new SqliteConnection("Data Source=shop.db"));
builder.Services.AddScoped<IProductService, ProductService>();
var app = builder.Build();
app.MapGet("/products", (string name, int? limit, IProductService products) => Results.Ok(products.Find(name, limit ?? 10)));
app.Run();
//// file
public interface IProductService
{
    IEnumerable<string> Find(string name, int limit);
}

public sealed class ProductService(SqliteConnection connection) : IProductService
{
    public IEnumerable<string> Find(string name, int limit)
    {
        var sql = $"SELECT Title FROM Products WHERE Name LIKE @pattern LIMIT {limit}";
        return connection.Query<string>(sql, new { pattern = "%" + name + "%" });
    }
}
