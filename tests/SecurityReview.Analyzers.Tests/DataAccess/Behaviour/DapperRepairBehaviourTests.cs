namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Repaired Dapper code, run before and after.</summary>
public class DapperRepairBehaviourTests
{
    [Fact]
    public Task QueryWithoutParameters_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => connection.Query<Row>($"SELECT id, name FROM users WHERE name = '{name}'");
        """,
        "connection.Query<Row>(\"SELECT id, name FROM users WHERE name = @name\", new { name })");

    [Fact]
    public Task ExistingObject_IsExtended() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public async Task<IEnumerable<Row>> Run(string? name)
            {
                var age = 1;
                return await connection.QueryAsync<Row>("SELECT id, name FROM users WHERE age > @age AND name = '" + name + "'", new { age });
            }
        """,
        "new { age, name }");

    [Fact]
    public Task MemberWithTheSameValue_IsShared() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => connection.Query<Row>(
                $"SELECT id, name FROM users WHERE name = '{name}' AND name = @n",
                new { n = name });
        """,
        "\"SELECT id, name FROM users WHERE name = @n AND name = @n\"");

    [Fact]
    public Task DynamicParametersInScope_AreExtended() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                var parameters = new DynamicParameters();
                parameters.Add("age", 1);
                return connection.Query<Row>("SELECT id, name FROM users WHERE age > @age AND name = '" + name + "'", parameters);
            }
        """,
        "parameters.Add(\"name\", name);");

    [Fact]
    public Task NamedArguments_AreKept() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => connection.Query<Row>(commandTimeout: 5, sql: $"SELECT id, name FROM users WHERE name = '{name}'");
        """,
        "connection.Query<Row>(commandTimeout: 5, sql: \"SELECT id, name FROM users WHERE name = @name\", param: new { name })");

    [Fact]
    public Task CommandDefinition_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) =>
                connection.Query<Row>(new CommandDefinition($"SELECT id, name FROM users WHERE name = '{name}'", null, commandTimeout: 5));
        """,
        "new { name }, commandTimeout: 5");

    [Fact]
    public Task WildcardsAndMemberNames_AreRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                var filter = new { Name = name, Start = name + "" };
                return connection.Query<Row>($"SELECT id, name FROM users WHERE name LIKE '{filter.Start}%' OR name = '{filter.Name}'");
            }
        """,
        "new { start = $\"{filter.Start}%\", name = filter.Name }");

    [Fact]
    public Task TextInALocal_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                string sql = $"SELECT id, name FROM users WHERE name = '{name}'";
                return connection.Query<Row>(sql);
            }
        """,
        "string sql = \"SELECT id, name FROM users WHERE name = @name\";",
        "connection.Query<Row>(sql, new { name })");

    [Fact]
    public Task Update_IsRepaired() => QueryBehaviour.ChangesOnlyTheNameAsync(
        """
            public object Run(string? name) => connection.Execute("UPDATE users SET age = 1 WHERE name = '" + name + "'", transaction: null);
        """,
        "param: new { name }");
}
