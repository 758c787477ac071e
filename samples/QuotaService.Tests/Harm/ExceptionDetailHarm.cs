using System.Net;
using System.Net.Http.Json;

namespace QuotaService.Tests.Harm;

/// <summary>What a caller learns about the inside of the service when something fails.</summary>
[Trait("Category", "Harm")]
public sealed class ExceptionDetailHarm(QuotaApp app) : ReadingTests(app)
{
    [Fact]
    public async Task Creating_a_project_quota_twice_shows_the_stack()
    {
        using var response = await Ops.PostAsJsonAsync("/projects/orchid/quota", Limits());

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("SqliteException", body);
        Assert.Contains("   at QuotaService.Quotas.QuotaStore.CreateAsync", body);
    }

    [Fact]
    public async Task Importing_a_bad_number_shows_the_stack()
    {
        using var response = await Ops.PostAsync("/quota-classes/import", new StringContent("tiny,one,2,3,4,5"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("QuotaClassCsv.ParseNumber", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_bad_date_in_a_report_shows_the_stack()
    {
        using var response = await Alice.GetAsync("/reports/reservations.csv?since=yesterday");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains("System.FormatException", body);
        Assert.Contains("   at QuotaService.Reports.ReservationReport.Write", body);
    }
}
