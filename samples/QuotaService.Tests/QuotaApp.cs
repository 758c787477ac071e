using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuotaService.Data;

namespace QuotaService.Tests;

/// <summary>The service in memory, on a demo database of its own in a temporary folder.</summary>
public sealed class QuotaApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("quota-tests-");

    public string Environment { get; init; } = "Production";

    private string DatabasePath => Path.Combine(folder.FullName, "quota.db");

    /// <summary>A client that calls as one of the demo users: alice, bob, carol or ops.</summary>
    public HttpClient As(string user)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-key-of-{user}");
        return client;
    }

    /// <summary>Replaces the database with a fresh one.</summary>
    public async Task ResetAsync()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<QuotaDbContext>().Database.EnsureDeletedAsync();
        }

        await DatabaseSetup.PrepareAsync(Services);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Database:Path", DatabasePath);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabasePath }.ToString()))
        {
            SqliteConnection.ClearPool(connection);
        }

        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }
}
