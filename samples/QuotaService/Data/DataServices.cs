using Microsoft.EntityFrameworkCore;

namespace QuotaService.Data;

public static class DataServices
{
    public static IServiceCollection AddQuotaData(this IServiceCollection services)
    {
        services.AddSingleton<QuotaConnections>();
        services.AddDbContext<QuotaDbContext>((provider, options) =>
            options.UseSqlite(provider.GetRequiredService<QuotaConnections>().ConnectionString));
        return services;
    }
}
