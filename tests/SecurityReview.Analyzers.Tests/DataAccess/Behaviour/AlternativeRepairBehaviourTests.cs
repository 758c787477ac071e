namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Repaired code that chooses one of several texts, run before and after with each of them.</summary>
public class AlternativeRepairBehaviourTests
{
    /// <summary>Runs <c>Find</c> with either choice.</summary>
    private const string Both = """
            public object Run(string? name) => new[] { true, false }.SelectMany(isExact => Find(name, isExact)).Distinct();

        """;

    [Fact]
    public Task TextsOfIfAndElse_AreRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        Both + """
            List<string> Find(string? name, bool isExact)
            {
                string sql;
                if (isExact)
                    sql = $"SELECT id, name FROM users WHERE name = '{name}'";
                else
                    sql = "SELECT id, name FROM users WHERE age > 0 AND name LIKE '" + name + "'";
                sql += " ORDER BY id";
                using var command = new SqliteCommand(sql, connection);
                return Read(command);
            }
        """,
        "sql = \"SELECT id, name FROM users WHERE name = @name\";",
        "sql = \"SELECT id, name FROM users WHERE age > 0 AND name LIKE @name\";");

    [Fact]
    public Task BranchesOfAChoice_AreRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        Both + """
            List<string> Find(string? name, bool isExact)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT id, name FROM users WHERE name " + (isExact ? $"= '{name}'" : "LIKE '" + name + "'") + " ORDER BY id";
                return Read(command);
            }
        """,
        "(isExact ? \"= @name\" : \"LIKE @name\") + \" ORDER BY id\"");

    [Fact]
    public Task WholeTextsOfAChoice_AreRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        Both + """
            IEnumerable<string> Find(string? name, bool isExact) => connection.Query<string>(
                isExact ? $"SELECT name FROM users WHERE name = '{name}'" : $"SELECT name FROM users WHERE email = '{name}@example.test' OR name = '{name}'");
        """,
        "new { name, name2 = $\"{name}@example.test\" }");

    [Fact]
    public Task BranchThatAddsNothing_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => connection.Query<Row>("SELECT id, name FROM users WHERE age > 0" + (name is null ? "" : " AND name = '" + name + "'"));
        """,
        "(name is null ? \"\" : \" AND name = @name\"), new { name }");

    [Fact]
    public Task ArmsOfASwitch_AreRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        Both + """
            IEnumerable<string> Find(string? name, bool isExact)
            {
                var sql = isExact switch
                {
                    true => $"SELECT id, name FROM users WHERE name = '{name}'",
                    _ => "SELECT id, name FROM users WHERE name LIKE '" + name + "' AND age > 0",
                };
                return new Store(connection).Rows.FromSqlRaw(sql).AsEnumerable().Select(row => row.ToString());
            }
        """,
        "true => \"SELECT id, name FROM users WHERE name = {0}\",",
        "FromSqlRaw(sql, (object?)name ?? DBNull.Value)");

    [Fact]
    public Task SectionsOfASwitch_AreRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        Both + """
            List<string> Find(string? name, bool isExact)
            {
                var sql = new StringBuilder("SELECT id, name FROM users");
                switch (isExact)
                {
                    case true:
                        sql.Append($" WHERE name = '{name}'");
                        break;
                    default:
                        sql.Append(" WHERE age > 0 AND name LIKE '" + name + "'");
                        break;
                }

                using var command = new SqliteCommand(sql.ToString(), connection);
                return Read(command);
            }
        """,
        "sql.Append(\" WHERE name = @name\");",
        "sql.Append(\" WHERE age > 0 AND name LIKE @name\");");

    [Fact]
    public Task ConditionInALocal_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        Both + """
            IEnumerable<string> Find(string? name, bool isExact)
            {
                var condition = isExact ? $"name = '{name}'" : $"(age > 0) AND name = '{name}'";
                return connection.Query<Row>("SELECT id, name FROM users WHERE " + condition + " ORDER BY id").Select(row => row.ToString());
            }
        """,
        "isExact ? \"name = @name\" : \"(age > 0) AND name = @name\"");

    [Fact]
    public Task CommandOfAnOwnMethod_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                using var command = Command("SELECT id, name FROM users WHERE name = '" + name + "'");
                return Read(command);
            }

            SqliteCommand Command(string sql) => new SqliteCommand(sql, connection) { CommandTimeout = 5 };
        """,
        "Command(\"SELECT id, name FROM users WHERE name = @name\");",
        "command.Parameters.AddWithValue(\"@name\", (object?)name ?? DBNull.Value);");
}
