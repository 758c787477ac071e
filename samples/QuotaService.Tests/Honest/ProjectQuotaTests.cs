using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace QuotaService.Tests.Honest;

[Trait("Category", "Honest")]
public sealed class ProjectQuotaTests(QuotaApp app) : WritingTests(app)
{
    [Fact]
    public async Task Members_see_their_own_project_only()
    {
        Assert.Equal(20, Instances(await GetJsonAsync(Alice, "/projects/orchid/quota")));
        await AssertStatusAsync(HttpStatusCode.Forbidden, Alice.GetAsync("/projects/tulip/quota"));
    }

    [Fact]
    public async Task Operators_see_every_project()
    {
        Assert.Equal(20, Instances(await GetJsonAsync(Ops, "/projects/orchid/quota")));
        Assert.Equal(7, Instances(await GetJsonAsync(Ops, "/projects/tulip/quota")));
    }

    [Fact]
    public async Task A_project_without_a_quota_has_the_default_class() =>
        Assert.Equal(10, Instances(await GetJsonAsync(Ops, "/projects/rose/quota")));

    [Fact]
    public async Task Create_stores_the_quota()
    {
        await AssertStatusAsync(HttpStatusCode.Created, Ops.PostAsJsonAsync("/projects/rose/quota", Limits(instances: 3)));

        Assert.Equal(3, Instances(await GetJsonAsync(Ops, "/projects/rose/quota")));
    }

    [Fact]
    public async Task Create_refuses_a_second_quota_and_keeps_the_first()
    {
        await AssertStatusAsync(HttpStatusCode.Conflict, Ops.PostAsJsonAsync("/projects/orchid/quota", Limits(instances: 3)));

        Assert.Equal(20, Instances(await GetJsonAsync(Ops, "/projects/orchid/quota")));
    }

    [Fact]
    public async Task Update_changes_what_is_there()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.PutAsJsonAsync("/projects/orchid/quota", Limits(instances: 30)));

        Assert.Equal(30, Instances(await GetJsonAsync(Alice, "/projects/orchid/quota")));
        await AssertStatusAsync(HttpStatusCode.NotFound, Ops.PutAsJsonAsync("/projects/rose/quota", Limits()));
    }

    [Fact]
    public async Task Destroy_leaves_the_default_class_and_other_projects_alone()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync("/projects/orchid/quota"));

        Assert.Equal(10, Instances(await GetJsonAsync(Alice, "/projects/orchid/quota")));
        Assert.Equal(7, Instances(await GetJsonAsync(Carol, "/projects/tulip/quota")));
    }

    private static int Instances(JsonElement limits) => limits.GetProperty("instances").GetInt32();
}
