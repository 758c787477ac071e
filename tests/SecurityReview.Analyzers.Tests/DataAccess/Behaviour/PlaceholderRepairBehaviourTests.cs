using SecurityReview.Analyzers.DataAccess;
using SecurityReview.CodeFixes.DataAccess;

namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Statements whose placeholders stood inside quotes, run before and after.</summary>
public class PlaceholderRepairBehaviourTests
{
    /// <summary>A query by name: before the repair it finds the same whatever the name is, or fails; after it finds the name, and a payload finds nobody.</summary>
    private static async Task FindsByNameAsync(string members, string expected)
    {
        using var code = await RepairedCode.CreateAsync<MisplacedPlaceholderAnalyzer, MisplacedPlaceholderFixer>(members);
        Assert.Contains(expected, code.Text, StringComparison.Ordinal);
        Assert.Equal(ResultOf(code.Before, "ann"), ResultOf(code.Before, "bob"));
        foreach (var name in new[] { "ann", "bob", Users.NameWithQuote })
            Assert.Contains(code.After.Run(name).SkipLast(1), row => row.EndsWith(":" + name, StringComparison.Ordinal));
        Assert.Single(code.After.Run("nobody"));
        Assert.Single(code.After.Run(Users.Payload));

        static string ResultOf(ExecutableCode code, string name)
        {
            try
            {
                return string.Join("\n", code.Run(name));
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                return exception.GetType().Name;
            }
        }
    }

    [Fact]
    public Task DapperQuery_FindsTheName() => FindsByNameAsync(
        """
            public object Run(string name) => connection.Query<Row>("SELECT id, name FROM users WHERE name = '@name'", new { name });
        """,
        "name = @name\", new { name }");

    [Fact]
    public Task DapperPattern_FindsTheName() => FindsByNameAsync(
        """
            public object Run(string name) => connection.Query<Row>("SELECT id, name FROM users WHERE name LIKE '%@name%'", new { name });
        """,
        "new { name = \"%\" + name + \"%\" }");

    [Fact]
    public Task Command_FindsTheName() => FindsByNameAsync(
        """
            public object Run(string name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT id, name FROM users WHERE name LIKE '%@name'";
                command.Parameters.AddWithValue("@name", name);
                return Read(command);
            }
        """,
        "AddWithValue(\"@name\", \"%\" + name)");

    [Fact]
    public Task InterpolatedQuery_FindsTheName() => FindsByNameAsync(
        """
            public object Run(string name) => new Store(connection).Rows.FromSql($"SELECT id, name FROM users WHERE name = '{name}'").ToList();
        """,
        "name = {name}\"");

    [Fact]
    public Task InterpolatedPattern_FindsTheName() => FindsByNameAsync(
        """
            public object Run(string name) => new Store(connection).Rows.FromSql($"SELECT id, name FROM users WHERE name LIKE '{name}%'").ToList();
        """,
        "LIKE {name + \"%\"}");

    [Fact]
    public Task RawQuery_FindsTheName() => FindsByNameAsync(
        """
            public object Run(string name) => new Store(connection).Rows.FromSqlRaw("SELECT id, name FROM users WHERE name LIKE '%{0}%'", name).ToList();
        """,
        "LIKE {0}\", \"%\" + name + \"%\"");
}
