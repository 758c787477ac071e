using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithAdoNet;

/// <summary>Adds, changes and removes members, and tells what has become of them.</summary>
public class MemberRegister(SqliteConnection connection)
{
    public List<string> Add(string name, string? note)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO Members (Name, Mail, Note) VALUES ('{name}', '{name}@example.org', '{note}')";
        command.ExecuteNonQuery();
        return All();
    }

    public async Task<List<string>> RenameAsync(int id, string name)
    {
        await using var command = new SqliteCommand("UPDATE Members SET Name = '" + name + "' WHERE Id = " + id, connection);
        await command.ExecuteNonQueryAsync();
        return All();
    }

    public List<string> Remove(string mail)
    {
        var sql = "DELETE FROM Members ";
        sql = sql + "WHERE Mail = '" + mail + "'";
        using (var command = new SqliteCommand(sql, connection))
        {
            command.ExecuteNonQuery();
        }

        return All();
    }

    public List<string> Annotate(string name, string note)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $@"UPDATE ""Members""
            SET Note = '{note}'
            WHERE Name = '{name}'";
        command.ExecuteNonQuery();
        command.CommandText = $"SELECT Name, Note FROM Members WHERE Name = '{name}'";
        var rows = command.ReadRows();
        transaction.Commit();
        return rows;
    }

    private List<string> All()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Name, Mail, Note FROM Members ORDER BY Id";
        return command.ReadRows();
    }
}
