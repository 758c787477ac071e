using Microsoft.Data.Sqlite;

namespace QuotaService.Data;

/// <summary>Opens plain connections for the queries that are written by hand.</summary>
public sealed class QuotaConnections(IConfiguration configuration)
{
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = configuration["Database:Path"] ?? "quota.db",
    }.ToString();

    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
