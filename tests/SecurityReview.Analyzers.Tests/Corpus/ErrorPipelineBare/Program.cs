using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddProblemDetails();
await using var api = builder.Build();
api.UseStatusCodePages();
var todos = api.MapGroup("/todos");
todos.MapGet("/", () => Todos.All);
todos.MapPut("/{id:int}", (int id, string text) => Todos.All[id] = text);
await api.RunAsync(); // expect SECR2004

static class Todos
{
    public static string[] All { get; } = { "milk", "bread" };
}
