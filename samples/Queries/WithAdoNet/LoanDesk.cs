using Microsoft.Data.Sqlite;
using Queries.Data;

namespace Queries.WithAdoNet;

/// <summary>Finds loans by dates, numbers and their parts.</summary>
public class LoanDesk(SqliteConnection connection)
{
    public List<string> DueOn(DateTime day, string member)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Member, Due FROM Loans WHERE Due = '{day:yyyy-MM-dd}' AND Member = '{member}'";
        return command.ReadRows();
    }

    public List<string> DueUntil(string day)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"SELECT Id, Member FROM Loans WHERE Due <= '{day}'");
        return command.ReadRows();
    }

    public List<string> InMonth(string year, string month)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Member FROM Loans WHERE Due LIKE '" + year + "-" + month.PadLeft(2, '0') + "-%'";
        return command.ReadRows();
    }

    public List<string> ByNumber(string number)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT Id, Member FROM Loans WHERE printf('%8d', Id) = '{number,8}'";
        return command.ReadRows();
    }

    public List<string> ByMembers(IEnumerable<string> members, string before)
    {
        var list = string.Join(", ", members.Select(member => $"'{member}'"));
        using var command = new SqliteCommand($"SELECT Id, Member FROM Loans WHERE Member IN ({list}) AND Due < '{before}'", connection);
        return command.ReadRows();
    }

    public List<string> OfReader(string reader)
    {
        return Find();

        List<string> Find()
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT Id, Due FROM Loans WHERE Member = '" + reader + "' ORDER BY Id";
            return command.ReadRows();
        }
    }

    public List<string> InState(string member, string state)
    {
        var sql = "SELECT Id, Member FROM Loans";
        switch (state)
        {
            case "late":
                sql += $" WHERE Due < '2024-06-15' AND Member = '{member}'";
                break;
            case "open":
                sql += " WHERE Due >= '2024-06-15' AND Member = '" + member + "'";
                break;
        }

        using var command = new SqliteCommand(sql, connection);
        return command.ReadRows();
    }

    /// <summary>The condition is written by a method of its own.</summary>
    public List<string> Matching(string member)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Due FROM Loans WHERE " + MemberIs(member);
        return command.ReadRows();
    }

    private static string MemberIs(string member) => $"Member = '{member}'";
}
