using System.Data.Common;
using Dapper;
using Tenants.Data;

namespace Tenants.Repositories;

/// <summary>Reports, by hand-written SQL: every statement names the tenant.</summary>
public class ReportStore(DbConnection connection)
{
    public Task<IEnumerable<Report>> ListAsync(Guid tenant) =>
        connection.QueryAsync<Report>("SELECT Id, TenantId, Title FROM Reports WHERE TenantId = @tenant ORDER BY Title", new { tenant });

    public Task<Report?> FindAsync(int id, Guid tenant) =>
        connection.QuerySingleOrDefaultAsync<Report>("SELECT * FROM Reports WHERE Id = @id AND TenantId = @tenant", new { id, tenant });

    public Task<int> RenameAsync(int id, string title, Guid tenant) =>
        connection.ExecuteAsync("UPDATE Reports SET Title = @title WHERE Id = @id AND TenantId = @tenant", new { id, title, tenant });

    public Task<int> DeleteAsync(int id, Guid tenant) =>
        connection.ExecuteAsync("DELETE FROM Reports WHERE Id = @id AND TenantId = @tenant", new { id, tenant });

    public Task AddAsync(Report report) =>
        connection.ExecuteAsync("INSERT INTO Reports (TenantId, Title, Content) VALUES (@TenantId, @Title, @Content)", report);
}
