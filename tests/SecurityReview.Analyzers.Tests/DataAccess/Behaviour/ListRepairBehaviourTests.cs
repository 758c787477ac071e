using SecurityReview.Analyzers.DataAccess;
using SecurityReview.CodeFixes.DataAccess;

namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Lists of an IN that became parameters, run before and after.</summary>
public class ListRepairBehaviourTests
{
    private const string Payload = "x') OR ('a' <> 'b";

    /// <summary>A query that finds by names: the payload finds everybody before, and nobody after.</summary>
    /// <param name="members">Members of the target; <c>Run</c> takes the names.</param>
    /// <param name="expected">What the repaired code contains.</param>
    /// <param name="isEmptyTheSame">Whether an empty list finds the same after.</param>
    private static async Task FindsOnlyTheNamesAsync(string members, string expected, bool isEmptyTheSame = false)
    {
        using var code = await RepairedCode.CreateAsync<ConcatenatedListAnalyzer, ConcatenatedListFixer>(members);
        Assert.Contains(expected, code.Text, StringComparison.Ordinal);
        Assert.True(code.Before.Run([new[] { Payload }]).Count > 4, "The payload does not work before the repair.");
        Assert.Single(code.After.Run([new[] { Payload }]));
        foreach (var names in Users.HonestNames.Select(name => new[] { name, "bob" }).Append(Users.HonestNames).Append(["nobody"]))
            Assert.Equal(code.Before.Run([names]), code.After.Run([names]));
        if (isEmptyTheSame)
            Assert.Equal(code.Before.Run([Array.Empty<string>()]), code.After.Run([Array.Empty<string>()]));
        else
            Assert.Single(code.After.Run([Array.Empty<string>()]));
        Assert.ThrowsAny<Exception>(() => code.Before.Run([new[] { Users.NameWithQuote }]));
        Assert.Equal(3, code.After.Run([new[] { Users.NameWithQuote, "bob" }]).Count);
        if (members.Contains("string?", StringComparison.Ordinal))
            Assert.Contains(code.After.Run([new[] { null, "bob" }]), row => row.EndsWith("bob", StringComparison.Ordinal));
    }

    [Fact]
    public Task DapperJoin_IsRepaired() => FindsOnlyTheNamesAsync(
        """
            public object Run(string[] names) => connection.Query<Row>("SELECT id, name FROM users WHERE name IN ('" + string.Join("','", names) + "')");
        """,
        "name IN @names\", new { names }");

    [Fact]
    public Task DapperJoinWithNull_IsRepaired() => FindsOnlyTheNamesAsync(
        """
            public object Run(IList<string?> names) => connection.Query<Row>($"SELECT id, name FROM users WHERE name IN ('{string.Join("', '", names)}')");
        """,
        "new { names = names.Select(item => item ?? \"\") }");

    [Fact]
    public Task DapperSelectionInALocal_IsRepaired() => FindsOnlyTheNamesAsync(
        """
            public async Task<IEnumerable<Row>> Run(IEnumerable<string> names)
            {
                var list = string.Join(", ", names.Select(name => $"'{name}'"));
                return await connection.QueryAsync<Row>($"SELECT id, name FROM users WHERE name IN ({list}) AND id > @id", new { id = 0 });
            }
        """,
        "new { id = 0, names }");

    [Fact]
    public Task DapperAggregate_IsRepaired() => FindsOnlyTheNamesAsync(
        """
            public object Run(IReadOnlyCollection<string> names)
            {
                var parameters = new DynamicParameters();
                parameters.Add("id", 0);
                return connection.Query<Row>("SELECT id, name FROM users WHERE id > @id AND name IN ('" + names.Aggregate((all, next) => all + "','" + next) + "')", parameters);
            }
        """,
        "parameters.Add(\"names\", names);");

    [Fact]
    public Task CommandJoin_IsRepaired() => FindsOnlyTheNamesAsync(
        """
            public object Run(string?[] names)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT id, name FROM users WHERE name IN ('{string.Join("','", names)}')";
                return Read(command);
            }
        """,
        "(object?)names[i] ?? DBNull.Value",
        isEmptyTheSame: true);

    [Fact]
    public Task CommandSelection_IsRepaired() => FindsOnlyTheNamesAsync(
        """
            public object Run(IEnumerable<string?> names)
            {
                var quoted = names.Select(name => "'" + name + "'");
                var sql = "SELECT id, name FROM users WHERE name IN (" + string.Join(",", quoted) + ")";
                using var command = new SqliteCommand(sql, connection);
                return Read(command);
            }
        """,
        "for (var i = 0; i < namesList.Count; i++)");

    [Fact]
    public Task GeneralCommand_IsRepaired() => FindsOnlyTheNamesAsync(
        """
            public object Run(string?[] names)
            {
                using DbCommand command = connection.CreateCommand();
                var sql = new StringBuilder("SELECT id, name FROM users ");
                sql.Append("WHERE name IN ('" + string.Join("','", names) + "')");
                command.CommandText = sql.ToString();
                return Read(command);
            }
        """,
        "parameter.ParameterName = \"@names\" + i;",
        isEmptyTheSame: true);
}
