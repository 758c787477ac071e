namespace QuotaService.Tests.Harm;

/// <summary>What a caller gets out of the searches whose SQL text holds their input.</summary>
[Trait("Category", "Harm")]
public sealed class SqlInjectionHarm(QuotaApp app) : ReadingTests(app)
{
    [Fact]
    public async Task Instance_name_shows_an_instance_of_another_project()
    {
        const string payload = "x' UNION SELECT Id, Name, Flavor, 'orchid', UserId, ServerGroupId FROM Instances WHERE ProjectId = 'tulip' --";

        var instances = await GetJsonAsync(Alice, "/instances?name=" + Uri.EscapeDataString(payload));

        Assert.Equal(["vault"], Values(instances, "name"));
    }

    [Fact]
    public async Task Security_group_search_shows_groups_of_another_project()
    {
        var groups = await GetJsonAsync(Alice, "/security-groups?q=" + Uri.EscapeDataString("x' OR 1 = 1 --"));

        Assert.Contains("tulip-vault", Values(groups, "name"));
    }

    [Fact]
    public async Task Reservation_resource_shows_reservations_of_another_project()
    {
        var reservations = await GetJsonAsync(Alice, "/reservations?resource=" + Uri.EscapeDataString("x' OR '1' = '1"));

        Assert.Contains("tulip", Values(reservations, "projectId"));
    }

    [Fact]
    public async Task Usage_resource_shows_the_usage_of_another_project()
    {
        const string payload = "x' UNION SELECT 'orchid', UserId, Amount FROM Reservations WHERE ProjectId = 'tulip' --";

        var usage = await GetJsonAsync(Alice, "/usage/by-user?resource=" + Uri.EscapeDataString(payload));

        Assert.Contains("carol", Values(usage, "userId"));
    }
}
