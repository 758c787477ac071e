using SecurityReview.Analyzers.DataAccess;
using SecurityReview.CodeFixes.DataAccess;

namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Names that became chosen from a list, run before and after.</summary>
public class NameRepairBehaviourTests
{
    /// <summary>A query that a caller sorts: the payload runs before, and is refused after; names in any case do the same.</summary>
    private static async Task TakesOnlyAsync(string members, string payload, params string[] honest)
    {
        using var code = await RepairedCode.CreateAsync<DynamicIdentifierAnalyzer, DynamicIdentifierFixer>(members);
        code.Before.Run(payload);
        Assert.Throws<ArgumentException>(() => code.After.Run(payload));
        foreach (var name in honest)
            Assert.Equal(code.Before.Run(name), code.After.Run(name));
    }

    [Fact]
    public Task SelectedColumn_IsChosen() => TakesOnlyAsync(
        """
            public object Run(string sort) => connection.Query<Row>("SELECT id, name FROM users ORDER BY " + sort);
        """,
        "(CASE WHEN (SELECT count(*) FROM users) > 3 THEN id ELSE name END)",
        "id", "name", "NAME", "Id");

    [Fact]
    public Task ColumnOfTheEntity_IsChosen() => TakesOnlyAsync(
        """
            public object Run(string sort)
            {
                var sql = $"SELECT * FROM users ORDER BY {sort}, id";
                return connection.Query<Row>(sql);
            }
        """,
        "random()",
        "id", "name", "NAME");

    [Fact]
    public Task QualifiedColumn_IsChosen() => TakesOnlyAsync(
        """
            public object Run(string column)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT u.id, u.name, u.age AS years FROM users u WHERE {column} = 'ann' OR {column} = 22";
                return Read(command);
            }
        """,
        "1 = 1 OR u.name",
        "u.name", "name", "years", "ID");

    [Fact]
    public Task Direction_IsChosen() => TakesOnlyAsync(
        """
            public object Run(string? direction)
            {
                if (direction != "none")
                    return connection.Query<Row>("SELECT id, name FROM users ORDER BY name " + direction);
                return "";
            }
        """,
        ", random()",
        "asc", "DESC", "Desc", "", "none");
}
