using System.Net;

namespace QuotaService.Tests.Harm;

/// <summary>Deletes that report success although nothing was there.</summary>
[Trait("Category", "Harm")]
public sealed class SilentDeleteHarm(QuotaApp app) : WritingTests(app)
{
    [Theory]
    [InlineData("/projects/nowhere/quota")]
    [InlineData("/projects/orchid/users/nobody/quota")]
    [InlineData("/reservations/999")]
    public async Task Deleting_nothing_reports_success(string path) =>
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync(path));

    [Fact]
    public async Task Two_callers_both_believe_they_destroyed_the_quota()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync("/projects/orchid/quota"));
        await AssertStatusAsync(HttpStatusCode.NoContent, Ops.DeleteAsync("/projects/orchid/quota"));
    }

    [Fact]
    public async Task Releasing_somebody_elses_reservation_reports_success()
    {
        await AssertStatusAsync(HttpStatusCode.NoContent, Alice.DeleteAsync("/reservations/3"));

        var held = await GetJsonAsync(Bob, "/reservations/of-user/bob");
        Assert.Contains("3", Values(held, "id"));
    }
}
