using System.Net;

namespace QuotaService.Tests.Honest;

/// <summary>Whose quota an instance, a group or a reservation counts against.</summary>
[Trait("Category", "Honest")]
public sealed class QuotaOwnerTests(QuotaApp app) : ReadingTests(app)
{
    [Theory]
    [InlineData("alice", "/instances/1/quota", "orchid", "alice", 8)]
    [InlineData("bob", "/instances/2/quota", "orchid", "bob", 5)]
    [InlineData("carol", "/instances/4/quota", "tulip", "carol", 6)]
    [InlineData("alice", "/security-groups/1/quota", "orchid", "alice", 8)]
    [InlineData("alice", "/security-groups/2/quota", "orchid", "alice", 8)]
    [InlineData("carol", "/security-groups/3/quota", "tulip", "carol", 6)]
    [InlineData("alice", "/server-groups/1/quota", "orchid", "alice", 8)]
    [InlineData("bob", "/server-groups/1/quota", "orchid", "bob", 5)]
    [InlineData("carol", "/server-groups/2/quota", "tulip", "carol", 6)]
    [InlineData("bob", "/reservations/3/quota", "orchid", "bob", 5)]
    public async Task Callers_see_their_own_quota(string user, string path, string projectId, string userId, int instances) =>
        await AssertQuotaAsync(user, path, projectId, userId, instances);

    [Theory]
    [InlineData("/instances/4/quota", "tulip", "carol", 6)]
    [InlineData("/security-groups/4/quota", "tulip", "carol", 6)]
    [InlineData("/server-groups/3/quota", "tulip", "ops", 7)]
    [InlineData("/reservations/5/quota", "tulip", "carol", 6)]
    public async Task Operators_see_the_owners_quota(string path, string projectId, string userId, int instances) =>
        await AssertQuotaAsync("ops", path, projectId, userId, instances);

    [Theory]
    [InlineData("/instances/4/quota")]
    [InlineData("/security-groups/4/quota")]
    [InlineData("/server-groups/3/quota")]
    [InlineData("/reservations/5/quota")]
    [InlineData("/instances/99/quota")]
    [InlineData("/security-groups/99/quota")]
    [InlineData("/server-groups/99/quota")]
    [InlineData("/reservations/99/quota")]
    public async Task What_a_project_may_not_see_is_not_there(string path) =>
        await AssertStatusAsync(HttpStatusCode.NotFound, Alice.GetAsync(path));

    [Fact]
    public async Task A_colleagues_reservation_is_refused() =>
        await AssertStatusAsync(HttpStatusCode.Forbidden, Alice.GetAsync("/reservations/3/quota"));

    private async Task AssertQuotaAsync(string user, string path, string projectId, string userId, int instances)
    {
        var quota = await GetJsonAsync(App.As(user), path);

        Assert.Equal(projectId, quota.GetProperty("projectId").GetString());
        Assert.Equal(userId, quota.GetProperty("userId").GetString());
        Assert.Equal(instances, quota.GetProperty("limits").GetProperty("instances").GetInt32());
    }
}
