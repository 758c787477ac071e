using System.Net;

namespace QuotaService.Tests.Harm;

/// <summary>Whose quota a caller without privileges is shown.</summary>
[Trait("Category", "Harm")]
public sealed class ForeignQuotaHarm(QuotaApp app) : ReadingTests(app)
{
    [Fact]
    public async Task A_colleagues_instance_shows_the_colleagues_quota()
    {
        using var direct = await Alice.GetAsync("/projects/orchid/users/bob/quota");
        Assert.Equal(HttpStatusCode.Forbidden, direct.StatusCode);

        var quota = await GetJsonAsync(Alice, "/instances/2/quota");

        Assert.Equal("bob", quota.GetProperty("userId").GetString());
        Assert.Equal(5, quota.GetProperty("limits").GetProperty("instances").GetInt32());
    }

    [Theory]
    [InlineData("/security-groups/3/quota")]
    [InlineData("/server-groups/2/quota")]
    public async Task A_shared_group_shows_the_quota_of_another_project(string path)
    {
        using var direct = await Alice.GetAsync("/projects/tulip/quota");
        Assert.Equal(HttpStatusCode.Forbidden, direct.StatusCode);

        var quota = await GetJsonAsync(Alice, path);

        Assert.Equal("tulip", quota.GetProperty("projectId").GetString());
        Assert.Equal(7, quota.GetProperty("limits").GetProperty("instances").GetInt32());
    }
}
