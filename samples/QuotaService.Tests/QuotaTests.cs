using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace QuotaService.Tests;

/// <summary>Calls the service as each of the demo users.</summary>
public abstract class QuotaTests(QuotaApp app)
{
    protected QuotaApp App { get; } = app;

    protected HttpClient Alice => App.As("alice");

    protected HttpClient Bob => App.As("bob");

    protected HttpClient Carol => App.As("carol");

    protected HttpClient Ops => App.As("ops");

    protected static object Limits(int instances = 1, int cores = 2, int ramMb = 3, int securityGroups = 4, int serverGroups = 5) =>
        new { instances, cores, ramMb, securityGroups, serverGroups };

    protected static async Task<JsonElement> GetJsonAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The values of one property over an array of objects.</summary>
    protected static string[] Values(JsonElement array, string property) =>
        [.. array.EnumerateArray().Select(element => element.GetProperty(property).ToString())];

    protected static async Task AssertStatusAsync(HttpStatusCode expected, Task<HttpResponseMessage> request)
    {
        using var response = await request;
        Assert.Equal(expected, response.StatusCode);
    }
}
