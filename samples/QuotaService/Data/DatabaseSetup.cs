namespace QuotaService.Data;

/// <summary>Creates the database on the first start and fills it with the demo data.</summary>
public static class DatabaseSetup
{
    public static async Task PrepareAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QuotaDbContext>();

        if (await db.Database.EnsureCreatedAsync())
        {
            DemoData.AddTo(db);
            await db.SaveChangesAsync();
        }
    }
}
