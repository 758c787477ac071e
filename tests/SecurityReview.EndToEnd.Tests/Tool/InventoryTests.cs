using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The inventory: every endpoint with its route, and who may call it.</summary>
public sealed class InventoryTests
{
    private const string Web = """<FrameworkReference Include="Microsoft.AspNetCore.App" />""";

    private const string Code =
        """
        using System.Collections.Generic;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        namespace Shop;

        public static class Program
        {
            public static void Main(string[] args)
            {
                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddControllers();
                builder.Services.AddAuthorization();
                var app = builder.Build();
                app.MapControllers();
                var api = app.MapGroup("/api").RequireAuthorization();
                api.MapGet("/cars", (Garage garage) => garage.Cars);
                api.MapPost("/cars", (Car car, Garage garage) => garage.Cars.Add(car)).RequireAuthorization("staff");
                app.MapGet("/", () => "hello").AllowAnonymous();
                app.Run();
            }
        }

        public record Car(int Id);
        public class Garage { public List<Car> Cars { get; } = []; public void Keep(Car car) => Cars.Add(car); }

        [ApiController, Route("api/[controller]")]
        public class CarsController(Garage garage) : ControllerBase
        {
            [HttpPost("{id}/keep")] public void Keep(int id) => garage.Keep(new Car(id));
            [Authorize(Roles = "Admin"), HttpDelete("{id}")] public void Delete(int id) { }
        }
        """;

    [Fact]
    public async Task Json_HasEveryEndpointInItsGroup()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", Code, items: Web);

        var inventory = (await ToolRun.JsonAsync(folder.Path, 1, "--inventory")).GetProperty("inventory");

        Assert.Equal(5, inventory.GetProperty("count").GetInt32());
        Assert.Equal(
            [
                "None POST /api/Cars/{id}/keep ",
                "Anonymous GET / AllowAnonymous()",
                "Authenticated GET /api/cars RequireAuthorization()",
                "Privileged POST /api/cars RequireAuthorization(\"staff\")",
                "Privileged DELETE /api/Cars/{id} [Authorize(Roles = \"Admin\")] on Delete",
            ],
            Endpoints(inventory).Select(endpoint => $"{endpoint.Group} {endpoint.Json.GetProperty("verbs")[0].GetString()} {endpoint.Json.GetProperty("route").GetString()} {endpoint.Json.GetProperty("origin").GetString()}"));
        var open = Endpoints(inventory)[0].Json;
        Assert.Equal("Action", open.GetProperty("kind").GetString());
        Assert.Equal("CarsController.Keep", open.GetProperty("handler").GetString());
        Assert.Equal("Car", Assert.Single(open.GetProperty("changes").EnumerateArray()).GetString());
        Assert.Equal(32, open.GetProperty("location").GetProperty("line").GetInt32());
        Assert.Equal("Admin", Assert.Single(Endpoints(inventory)[^1].Json.GetProperty("roles").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Text_HasATablePerGroup()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", Code, items: Web);

        var run = (await ToolRun.ReviewAsync(folder.Path, "--inventory")).ExitsWith(1);

        Assert.Matches("Authorization inventory ─+ 5 endpoints\n", run.Output);
        Assert.Matches("  Open: nothing decides who may call \\(1\\)\n    Verb  Route +Changes  Place\n    POST  /api/Cars/\\{id\\}/keep  Car +Shop/Order.cs:32\n", run.Output);
        Assert.Matches("    GET   /api/cars  Shop/Order.cs:19  RequireAuthorization\\(\\)\n", run.Output);
    }

    [Fact]
    public async Task Sarif_CarriesTheInventory()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", Code, items: Web);

        var run = (await ToolRun.ReviewAsync(folder.Path, "--inventory", "--format", "sarif")).ExitsWith(1);

        Assert.Equal(5, JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("properties").GetProperty("inventory").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task CodeWithoutEndpoints_IsSaidSo()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.Clean);

        var run = (await ToolRun.ReviewAsync(folder.Path, "--inventory")).ExitsWith(0);
        var review = await ToolRun.JsonAsync(folder.Path, 0, "--no-restore");

        Assert.Matches("Authorization inventory ─+ 0 endpoints\n  The code has no endpoints.\n", run.Output);
        Assert.False(review.TryGetProperty("inventory", out _));
    }

    private static List<(string? Group, JsonElement Json)> Endpoints(JsonElement inventory) =>
        [.. inventory.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("endpoints").EnumerateArray().Select(endpoint => (group.GetProperty("authorization").GetString(), endpoint)))];
}
