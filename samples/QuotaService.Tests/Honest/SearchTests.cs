namespace QuotaService.Tests.Honest;

/// <summary>The searches with the input that they were written for.</summary>
[Trait("Category", "Honest")]
public sealed class SearchTests(QuotaApp app) : ReadingTests(app)
{
    [Theory]
    [InlineData("alice", "web", "web")]
    [InlineData("alice", "100%-batch", "100%-batch")]
    [InlineData("alice", "we%")]
    [InlineData("alice", "")]
    [InlineData("alice", "vault")]
    [InlineData("carol", "vault", "vault")]
    public async Task Instances_are_found_by_their_whole_name(string user, string name, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(App.As(user), "/instances?name=" + Uri.EscapeDataString(name)), "name"));

    [Theory]
    [InlineData("M1", "web", "100%-batch")]
    [InlineData("m2", "db")]
    [InlineData("x' OR 1 = 1 --")]
    public async Task Instances_are_found_by_flavor(string flavor, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(Alice, "/instances/by-flavor/" + Uri.EscapeDataString(flavor)), "name"));

    [Theory]
    [InlineData("web", "orchid-web")]
    [InlineData("CHID", "orchid-web", "orchid-db")]
    [InlineData("o%d-d", "orchid-db")]
    [InlineData("_rchid", "orchid-web", "orchid-db")]
    [InlineData("", "orchid-web", "orchid-db")]
    [InlineData("vault")]
    public async Task Security_groups_are_found_by_a_part_of_their_name(string q, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(Alice, "/security-groups?q=" + Uri.EscapeDataString(q)), "name"));

    [Theory]
    [InlineData("dns", "shared-dns")]
    [InlineData("s%s", "shared-dns")]
    [InlineData("vault")]
    [InlineData("x' OR 1 = 1 --")]
    public async Task Shared_security_groups_are_found_by_everybody(string q, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(Alice, "/security-groups/shared?q=" + Uri.EscapeDataString(q)), "name"));

    [Theory]
    [InlineData("alice", "orchid-spread", "shared-rack")]
    [InlineData("carol", "shared-rack", "tulip-spread")]
    public async Task Server_groups_are_listed_for_owners_and_members(string user, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(App.As(user), "/server-groups"), "name"));

    [Theory]
    [InlineData("cores", "2", "4")]
    [InlineData("instances", "1", "3")]
    [InlineData("c%")]
    [InlineData("")]
    public async Task Reservations_are_found_by_resource(string resource, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(Alice, "/reservations?resource=" + Uri.EscapeDataString(resource)), "id"));

    [Theory]
    [InlineData("bob", "3", "4")]
    [InlineData("carol")]
    [InlineData("x' OR '1' = '1")]
    public async Task Reservations_are_found_by_user(string user, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(Alice, "/reservations/of-user/" + Uri.EscapeDataString(user)), "id"));

    [Theory]
    [InlineData("cores", "4", "8")]
    [InlineData("instances", "1", "2")]
    [InlineData("c%s")]
    public async Task Usage_is_summed_by_user(string resource, params string[] expected) =>
        Assert.Equal(expected, Values(await GetJsonAsync(Alice, "/usage/by-user?resource=" + Uri.EscapeDataString(resource)), "used"));
}
