using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The inventory of the multi-tenant sample, in which one endpoint was made careless: what each endpoint touches, and whether it asks whose that is.</summary>
public sealed class OwnershipInventoryTests
{
    [Fact]
    public async Task EveryEndpoint_SaysWhetherOwnershipIsChecked()
    {
        using var folder = new TemporaryFolder();
        folder.CopyFrom(Path.Combine(RepositoryFiles.Root, "samples"), "samples");
        var notes = folder.At("samples/Tenants/Endpoints/NoteEndpoints.cs");
        var careful = await File.ReadAllTextAsync(notes);
        Assert.Contains("found.Id == id && found.UserId == userId", careful, StringComparison.Ordinal);
        await File.WriteAllTextAsync(notes, careful.Replace("found.Id == id && found.UserId == userId", "found.Id == id", StringComparison.Ordinal));

        var json = (await ToolRun.ReviewAsync(folder.Path, "samples/Tenants", "--inventory", "--format", "json")).ExitsWith(1);
        var endpoints = JsonDocument.Parse(json.Output).RootElement.GetProperty("inventory").GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("endpoints").EnumerateArray()).ToList();

        Assert.True(endpoints.Count >= 60, $"{endpoints.Count} endpoints");
        Assert.Equal(["PUT /notes/{id:int}"], Where(endpoints, "no"));
        Assert.Equal(["GET /api/Articles/{id:int}", "POST /api/Accounts/register"], Where(endpoints, "unknown"));
        Assert.Equal(["DELETE /admin/keys/{id:guid}", "GET /api/Invoices/all/{id:guid}", "POST /api/Tickets/{id:int}/assign", "PUT /api/Articles/{id:int}"], Where(endpoints, "by privilege"));
        Assert.Contains("GET /health", Where(endpoints, null));
        Assert.True(Where(endpoints, "yes").Count >= 40);
        // Behind a mediator and a generic repository.
        Assert.Equal("Milestone", Assert.Single(endpoints, endpoint => Name(endpoint) == "PUT /api/Projects/{projectId:int}/milestones/{milestoneId:int}").GetProperty("changes")[0].GetString());
        Assert.Equal("Ticket", Assert.Single(endpoints, endpoint => Name(endpoint) == "PUT /api/Tickets/{id:int}/subject").GetProperty("changes")[0].GetString());

        var text = (await ToolRun.ReviewAsync(folder.Path, "samples/Tenants", "--inventory", "--no-restore")).ExitsWith(1);
        Assert.Matches(@"    Verb +Route +Loads +Changes +Owner checked +Place +Decided by\n", text.Output);
        Assert.Matches(@"    PUT +/notes/\{id:int\} +Note +no +samples/Tenants/Endpoints/NoteEndpoints.cs:16 +RequireAuthorization\(\)\n", text.Output);
        Assert.Matches(@"    DELETE +/notes/\{id:int\} +Note +yes +samples/Tenants/Endpoints/NoteEndpoints.cs:17 +RequireAuthorization\(\)\n", text.Output);
    }

    private static List<string> Where(IEnumerable<JsonElement> endpoints, string? answer) =>
        [.. endpoints.Where(endpoint => endpoint.GetProperty("ownership").GetString() == answer).Select(Name).Order(StringComparer.Ordinal)];

    private static string Name(JsonElement endpoint) => $"{string.Join(",", endpoint.GetProperty("verbs").EnumerateArray().Select(verb => verb.GetString()))} {endpoint.GetProperty("route").GetString()}";
}
