using Dapper;
using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithDapper;

/// <summary>Members with Dapper.</summary>
public class MemberStore(SqliteConnection connection)
{
    public IEnumerable<Member> Rename(string mail, string name)
    {
        connection.Execute("UPDATE Members SET Name = '" + name + "' WHERE Mail = @mail", new { mail });
        return All();
    }

    public async Task<IEnumerable<Member>> RemoveAsync(string name)
    {
        using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync("DELETE FROM Members WHERE Name = '" + name + "'", transaction: transaction);
        transaction.Commit();
        return All();
    }

    public IEnumerable<Member> Add(Member member)
    {
        connection.Execute($"INSERT INTO Members (Name, Mail, Note) VALUES ('{member.Name}', lower('{member.Mail}'), NULL)");
        return All();
    }

    public IEnumerable<Member> Annotate(string name, string note, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var sql = "UPDATE Members SET Note = coalesce(Note, '') || '" + note + "' WHERE Name = '" + name + "'";
            connection.Execute(sql);
        }

        return All();
    }

    private IEnumerable<Member> All() => connection.Query<Member>("SELECT * FROM Members ORDER BY Id");
}
