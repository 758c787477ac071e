using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace QuotaService.Tests.Honest;

[Trait("Category", "Honest")]
public sealed class ReservationTests(QuotaApp app) : WritingTests(app)
{
    [Fact]
    public async Task Reserve_takes_from_the_quota()
    {
        using var response = await Alice.PostAsJsonAsync("/reservations", new { resource = "instances", amount = 7 });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var reservation = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("orchid", reservation.GetProperty("projectId").GetString());
        Assert.Equal("alice", reservation.GetProperty("userId").GetString());
        Assert.Equal(8, await UsedInstancesAsync(Alice, "/projects/orchid/users/alice/usage"));
    }

    [Fact]
    public async Task Reserve_stops_at_the_limit_of_the_user()
    {
        using var response = await Alice.PostAsJsonAsync("/reservations", new { resource = "instances", amount = 8 });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Quota exceeded for instances: 8 requested, 1 of 8 in use.", await response.Content.ReadAsStringAsync());
        Assert.Equal(1, await UsedInstancesAsync(Alice, "/projects/orchid/users/alice/usage"));
    }

    [Fact]
    public async Task Reserve_stops_at_the_limit_of_the_project()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.PutAsJsonAsync("/projects/orchid/quota", Limits(instances: 4)));

        await AssertStatusAsync(HttpStatusCode.Created, Alice.PostAsJsonAsync("/reservations", new { resource = "instances", amount = 1 }));
        await AssertStatusAsync(HttpStatusCode.Conflict, Bob.PostAsJsonAsync("/reservations", new { resource = "instances", amount = 1 }));
    }

    [Fact]
    public async Task Two_requests_at_once_do_not_share_the_last_room()
    {
        var requests = Enumerable.Range(0, 4).Select(_ => Alice.PostAsJsonAsync("/reservations", new { resource = "instances", amount = 7 }));

        var responses = await Task.WhenAll(requests);

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(3, responses.Count(response => response.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Unlimited_has_no_end()
    {
        var unlimited = Limits(ramMb: -1);
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.PutAsJsonAsync("/projects/orchid/quota", unlimited));
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.PutAsJsonAsync("/projects/orchid/users/alice/quota", unlimited));

        await AssertStatusAsync(HttpStatusCode.Created, Alice.PostAsJsonAsync("/reservations", new { resource = "ram", amount = int.MaxValue }));
    }

    [Theory]
    [InlineData("bananas", 1)]
    [InlineData("cores", 0)]
    [InlineData("cores", -4)]
    public async Task Reserve_refuses_nonsense(string resource, int amount) =>
        await AssertStatusAsync(HttpStatusCode.BadRequest, Alice.PostAsJsonAsync("/reservations", new { resource, amount }));

    [Fact]
    public async Task Release_gives_one_reservation_back()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Alice.DeleteAsync("/reservations/1"));

        Assert.Equal(["2"], Values(await GetJsonAsync(Alice, "/reservations/of-user/alice"), "id"));
    }

    [Fact]
    public async Task Release_all_gives_back_what_the_project_holds_even_if_that_is_nothing()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync("/projects/orchid/reservations"));
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync("/projects/orchid/reservations"));

        Assert.Equal(0, await UsedInstancesAsync(Alice, "/projects/orchid/usage"));
        Assert.Equal(3, await UsedInstancesAsync(Carol, "/projects/tulip/usage"));
    }

    [Fact]
    public async Task Purge_drops_what_has_expired()
    {
        using var response = await Ops.PostAsync("/reservations/purge", content: null);

        var result = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(2, result.GetProperty("purged").GetInt32());
        Assert.Equal(["3"], Values(await GetJsonAsync(Alice, "/reservations/of-user/bob"), "id"));
    }

    private static async Task<int> UsedInstancesAsync(HttpClient client, string path)
    {
        var usage = await GetJsonAsync(client, path);
        return usage.EnumerateArray().Single(row => row.GetProperty("resource").GetString() == "instances").GetProperty("used").GetInt32();
    }
}
