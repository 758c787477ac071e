using System.Net;
using System.Net.Http.Json;

namespace QuotaService.Tests.Honest;

[Trait("Category", "Honest")]
public sealed class QuotaClassTests(QuotaApp app) : WritingTests(app)
{
    [Theory]
    [InlineData("", "default", "large", "small")]
    [InlineData("?sort=instances", "small", "default", "large")]
    [InlineData("?sort=cores", "small", "default", "large")]
    [InlineData("?sort=Name;DROP TABLE QuotaClasses", "default", "large", "small")]
    public async Task List_is_sorted_by_what_the_service_knows(string query, params string[] expected) =>
        Assert.Equal(expected, await Alice.GetFromJsonAsync<string[]>("/quota-classes" + query));

    [Fact]
    public async Task Get_returns_the_limits()
    {
        var quotaClass = await GetJsonAsync(Alice, "/quota-classes/small");

        Assert.Equal(4, quotaClass.GetProperty("limits").GetProperty("cores").GetInt32());
        await AssertStatusAsync(HttpStatusCode.NotFound, Alice.GetAsync("/quota-classes/none"));
    }

    [Fact]
    public async Task Create_stores_a_class_once()
    {
        await AssertStatusAsync(HttpStatusCode.Created, Ops.PostAsJsonAsync("/quota-classes", new { name = "tiny", limits = Limits() }));

        using var again = await Ops.PostAsJsonAsync("/quota-classes", new { name = "tiny", limits = Limits() });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var body = await again.Content.ReadAsStringAsync();
        Assert.Contains("There is a class of that name already.", body);
        Assert.DoesNotContain("Sqlite", body);
    }

    [Fact]
    public async Task Limits_below_unlimited_are_refused()
    {
        var limits = Limits(cores: -2);
        await AssertStatusAsync(HttpStatusCode.BadRequest, Ops.PostAsJsonAsync("/quota-classes", new { name = "odd", limits }));
        await AssertStatusAsync(HttpStatusCode.BadRequest, Ops.PutAsJsonAsync("/quota-classes/small", limits));
        await AssertStatusAsync(HttpStatusCode.BadRequest, Ops.PostAsJsonAsync("/projects/rose/quota", limits));
        await AssertStatusAsync(HttpStatusCode.BadRequest, Ops.PutAsJsonAsync("/projects/orchid/quota", limits));
        await AssertStatusAsync(HttpStatusCode.BadRequest, Ops.PostAsJsonAsync("/projects/orchid/users/dave/quota", limits));
        await AssertStatusAsync(HttpStatusCode.BadRequest, Ops.PutAsJsonAsync("/projects/orchid/users/alice/quota", limits));
    }

    [Fact]
    public async Task Update_changes_what_is_there()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.PutAsJsonAsync("/quota-classes/small", Limits(cores: 6)));

        var quotaClass = await GetJsonAsync(Ops, "/quota-classes/small");
        Assert.Equal(6, quotaClass.GetProperty("limits").GetProperty("cores").GetInt32());
        await AssertStatusAsync(HttpStatusCode.NotFound, Ops.PutAsJsonAsync("/quota-classes/none", Limits()));
    }

    [Fact]
    public async Task Delete_tells_whether_something_was_there()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync("/quota-classes/small"));
        await AssertStatusAsync(HttpStatusCode.NotFound, Ops.DeleteAsync("/quota-classes/small"));
        await AssertStatusAsync(HttpStatusCode.Conflict, Ops.DeleteAsync("/quota-classes/default"));
    }

    [Fact]
    public async Task Import_adds_every_line()
    {
        using var response = await Ops.PostAsync("/quota-classes/import", new StringContent("tiny,1,2,3,4,5\nhuge,-1,-1,-1,9,9\n"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["default", "huge", "large", "small", "tiny"], await Ops.GetFromJsonAsync<string[]>("/quota-classes") ?? []);
    }

    [Theory]
    [InlineData("tiny,1,2", "Line 1 has 3 columns instead of 6.")]
    [InlineData("tiny,one,2,3,4,5", "error")]
    [InlineData("small,1,2,3,4,5", "error")]
    public async Task A_bad_import_is_refused_as_a_whole(string csv, string expected)
    {
        using var response = await Ops.PostAsync("/quota-classes/import", new StringContent(csv + "\nfirst,1,2,3,4,5\n"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync());
        await AssertStatusAsync(HttpStatusCode.NotFound, Ops.GetAsync("/quota-classes/first"));
    }
}
