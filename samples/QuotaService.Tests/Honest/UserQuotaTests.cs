using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace QuotaService.Tests.Honest;

[Trait("Category", "Honest")]
public sealed class UserQuotaTests(QuotaApp app) : WritingTests(app)
{
    [Fact]
    public async Task Users_see_their_own_quota_only()
    {
        Assert.Equal(8, Instances(await GetJsonAsync(Alice, "/projects/orchid/users/alice/quota")));
        await AssertStatusAsync(HttpStatusCode.Forbidden, Alice.GetAsync("/projects/orchid/users/bob/quota"));
        await AssertStatusAsync(HttpStatusCode.Forbidden, Alice.GetAsync("/projects/tulip/users/alice/quota"));
    }

    [Fact]
    public async Task Operators_see_every_user() =>
        Assert.Equal(6, Instances(await GetJsonAsync(Ops, "/projects/tulip/users/carol/quota")));

    [Fact]
    public async Task A_user_without_a_quota_has_that_of_the_project() =>
        Assert.Equal(20, Instances(await GetJsonAsync(Ops, "/projects/orchid/users/dave/quota")));

    [Fact]
    public async Task Create_stores_the_quota_once()
    {
        await AssertStatusAsync(HttpStatusCode.Created, Ops.PostAsJsonAsync("/projects/orchid/users/dave/quota", Limits(instances: 3)));
        Assert.Equal(3, Instances(await GetJsonAsync(Ops, "/projects/orchid/users/dave/quota")));

        using var again = await Ops.PostAsJsonAsync("/projects/orchid/users/dave/quota", Limits());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.DoesNotContain("Sqlite", await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Update_changes_one_user()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.PutAsJsonAsync("/projects/orchid/users/alice/quota", Limits(instances: 9)));

        Assert.Equal(9, Instances(await GetJsonAsync(Alice, "/projects/orchid/users/alice/quota")));
        Assert.Equal(5, Instances(await GetJsonAsync(Bob, "/projects/orchid/users/bob/quota")));
        await AssertStatusAsync(HttpStatusCode.NotFound, Ops.PutAsJsonAsync("/projects/orchid/users/dave/quota", Limits()));
    }

    [Fact]
    public async Task Destroy_removes_one_user()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync("/projects/orchid/users/alice/quota"));

        Assert.Equal(20, Instances(await GetJsonAsync(Alice, "/projects/orchid/users/alice/quota")));
        Assert.Equal(5, Instances(await GetJsonAsync(Bob, "/projects/orchid/users/bob/quota")));
    }

    private static int Instances(JsonElement quota) => quota.GetProperty("limits").GetProperty("instances").GetInt32();
}
