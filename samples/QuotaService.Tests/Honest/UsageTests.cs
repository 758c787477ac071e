using System.Net;

namespace QuotaService.Tests.Honest;

[Trait("Category", "Honest")]
public sealed class UsageTests(QuotaApp app) : ReadingTests(app)
{
    [Fact]
    public async Task Usage_stands_next_to_the_limits_of_the_project()
    {
        var usage = await GetJsonAsync(Alice, "/projects/orchid/usage");

        Assert.Equal(["instances", "cores", "ram", "security_groups", "server_groups"], Values(usage, "resource"));
        Assert.Equal(["3", "12", "0", "0", "0"], Values(usage, "used"));
        Assert.Equal(["20", "40", "65536", "12", "6"], Values(usage, "limit"));
    }

    [Fact]
    public async Task Usage_stands_next_to_the_limits_of_the_user()
    {
        var usage = await GetJsonAsync(Bob, "/projects/orchid/users/bob/usage");

        Assert.Equal(["2", "8", "0", "0", "0"], Values(usage, "used"));
        Assert.Equal(["5", "10", "8192", "4", "2"], Values(usage, "limit"));
    }

    [Fact]
    public async Task Only_operators_see_the_usage_of_others()
    {
        await AssertStatusAsync(HttpStatusCode.Forbidden, Alice.GetAsync("/projects/tulip/usage"));
        await AssertStatusAsync(HttpStatusCode.Forbidden, Alice.GetAsync("/projects/orchid/users/bob/usage"));
        await AssertStatusAsync(HttpStatusCode.OK, Ops.GetAsync("/projects/tulip/usage"));
        await AssertStatusAsync(HttpStatusCode.OK, Ops.GetAsync("/projects/orchid/users/bob/usage"));
    }

    [Fact]
    public async Task The_report_lists_the_reservations_of_the_project()
    {
        using var response = await Carol.GetAsync("/reports/reservations.csv?since=2020-01-01");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("id,user,resource,amount\n5,carol,instances,3\n6,carol,cores,12\n", await response.Content.ReadAsStringAsync());
        Assert.Equal("id,user,resource,amount\n", await Carol.GetStringAsync("/reports/reservations.csv?since=2999-01-01"));
    }

    [Fact]
    public async Task A_report_since_no_date_is_a_bad_request() =>
        await AssertStatusAsync(HttpStatusCode.BadRequest, Carol.GetAsync("/reports/reservations.csv?since=yesterday"));
}
