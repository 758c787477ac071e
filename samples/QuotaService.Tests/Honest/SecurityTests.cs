using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace QuotaService.Tests.Honest;

[Trait("Category", "Honest")]
public sealed class SecurityTests(QuotaApp app) : ReadingTests(app)
{
    [Fact]
    public async Task Health_needs_no_key() =>
        Assert.Equal("ok", await App.CreateClient().GetStringAsync("/health"));

    [Theory]
    [InlineData("/quota-classes")]
    [InlineData("/projects/orchid/quota")]
    [InlineData("/projects/orchid/users/alice/quota")]
    [InlineData("/projects/orchid/usage")]
    [InlineData("/instances?name=web")]
    [InlineData("/instances/1/quota")]
    [InlineData("/security-groups?q=web")]
    [InlineData("/server-groups")]
    [InlineData("/reservations?resource=cores")]
    [InlineData("/usage/by-user?resource=cores")]
    [InlineData("/reports/reservations.csv?since=2020-01-01")]
    public async Task Everything_else_needs_one(string path) =>
        await AssertStatusAsync(HttpStatusCode.Unauthorized, App.CreateClient().GetAsync(path));

    [Theory]
    [InlineData("Bearer", "demo-key-of-nobody")]
    [InlineData("Bearer", "7E4046C7D20BB66233A02E1339DB15A0A5C331C91F46AEB68D86132C2E31964A")]
    [InlineData("Basic", "demo-key-of-alice")]
    public async Task A_wrong_key_is_refused(string scheme, string key)
    {
        var client = App.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, key);

        await AssertStatusAsync(HttpStatusCode.Unauthorized, client.GetAsync("/quota-classes"));
    }

    [Fact]
    public async Task Users_change_nothing_that_operators_change()
    {
        var alice = Alice;
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PostAsJsonAsync("/quota-classes", new { name = "mine", limits = Limits() }));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PostAsync("/quota-classes/import", new StringContent("mine,1,2,3,4,5")));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PutAsJsonAsync("/quota-classes/small", Limits()));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.DeleteAsync("/quota-classes/small"));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PostAsJsonAsync("/projects/rose/quota", Limits()));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PutAsJsonAsync("/projects/orchid/quota", Limits()));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.DeleteAsync("/projects/orchid/quota"));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PostAsJsonAsync("/projects/orchid/users/dave/quota", Limits()));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PutAsJsonAsync("/projects/orchid/users/alice/quota", Limits()));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.DeleteAsync("/projects/orchid/users/alice/quota"));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.DeleteAsync("/projects/orchid/reservations"));
        await AssertStatusAsync(HttpStatusCode.Forbidden, alice.PostAsync("/reservations/purge", content: null));
    }

    [Fact]
    public async Task A_request_without_its_parameter_is_a_bad_request()
    {
        using var response = await Alice.GetAsync("/instances");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task Only_development_shows_where_an_error_comes_from(string environment, bool shown)
    {
        await using var app = new QuotaApp { Environment = environment };

        using var response = await app.As("alice").GetAsync("/projects/tulip/users/carol/usage");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(shown, (await response.Content.ReadAsStringAsync()).Contains("QuotaOwners.IdsFromRoute"));
    }
}
