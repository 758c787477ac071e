using System.Data.Common;

namespace Tenants.Repositories;

/// <summary>How often a key was used, by plain ADO.NET.</summary>
public class KeyUsageReader(DbConnection connection)
{
    public async Task<string?> LabelAsync(Guid id, string userId, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Label FROM Keys WHERE Id = @id AND UserId = @user";
        Add(command, "@id", id);
        Add(command, "@user", userId);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
