namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Repaired Entity Framework Core code, run before and after.</summary>
public class EntityFrameworkRepairBehaviourTests
{
    [Fact]
    public Task InterpolatedFromSqlRaw_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => new Store(connection).Rows.FromSqlRaw($"SELECT id, name FROM users WHERE name = '{name}'").ToList();
        """,
        ".FromSql($\"SELECT id, name FROM users WHERE name = {name}\")");

    [Fact]
    public Task ConcatenatedSqlQueryRaw_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => new Store(connection).Database
                .SqlQueryRaw<string>("SELECT name AS Value FROM users WHERE name = '" + name + "'")
                .OrderBy(value => value)
                .ToList();
        """,
        ".SqlQuery<string>($\"SELECT name AS Value FROM users WHERE name = {name}\")");

    [Fact]
    public Task ExecuteSqlRawAsync_IsRepaired() => QueryBehaviour.ChangesOnlyTheNameAsync(
        """
            public async Task<int> Run(string? name) =>
                await new Store(connection).Database.ExecuteSqlRawAsync($"UPDATE users SET age = 1, email = '<' || name || '>' WHERE name = '{name}'", CancellationToken.None);
        """,
        "ExecuteSqlAsync($\"UPDATE users SET age = 1, email = '<' || name || '>' WHERE name = {name}\", CancellationToken.None)");

    [Fact]
    public Task ConstantTableAndLocal_BecomeNumberedPlaceholders() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            const string Table = "users";

            public object Run(string? name)
            {
                var sql = $"SELECT id, name FROM {Table} WHERE age > {{0}} AND name = '{name}'";
                return new Store(connection).Rows.FromSqlRaw(sql, 1).ToList();
            }
        """,
        "$\"SELECT id, name FROM {Table} WHERE age > {{0}} AND name = {{1}}\"",
        "FromSqlRaw(sql, 1, (object?)name ?? DBNull.Value)");

    [Fact]
    public Task Wildcards_StayInTheValue() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => new Store(connection).Rows.FromSqlRaw("SELECT id, name FROM users WHERE name LIKE '%" + name + "%'").ToList();
        """,
        ".FromSql($\"SELECT id, name FROM users WHERE name LIKE {\"%\" + name + \"%\"}\")");
}
