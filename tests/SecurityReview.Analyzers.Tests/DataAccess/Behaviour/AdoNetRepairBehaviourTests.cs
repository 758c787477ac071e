namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Repaired ADO.NET code, run before and after.</summary>
public class AdoNetRepairBehaviourTests
{
    [Fact]
    public Task InterpolatedCommandText_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT id, name FROM users WHERE name = '{name}'";
                return Read(command);
            }
        """,
        "command.CommandText = \"SELECT id, name FROM users WHERE name = @name\";",
        "command.Parameters.AddWithValue(\"@name\", name);");

    [Fact]
    public Task ConcatenatedLinesAndPossiblyNullValue_AreRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT id, name FROM users" // all of them
                    + " WHERE age > 1 AND name = '" + name + "'"
                    + " ORDER BY id";
                return Read(command);
            }
        """,
        """
                command.CommandText = "SELECT id, name FROM users" // all of them
                    + " WHERE age > 1 AND name = @name"
                    + " ORDER BY id";
                command.Parameters.AddWithValue("@name", (object?)name ?? DBNull.Value);
        """);

    [Fact]
    public Task ConstructorInUsingStatement_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                using (var command = new SqliteCommand("SELECT id, name FROM users WHERE name='" + name + "';", connection))
                {
                    return Read(command);
                }
            }
        """,
        "new SqliteCommand(\"SELECT id, name FROM users WHERE name=@name;\", connection)");

    [Fact]
    public Task CommandWithoutAVariable_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name) => Read(new SqliteCommand($"SELECT id, name FROM users WHERE name = '{name}'", connection));
        """,
        "new SqliteCommand(\"SELECT id, name FROM users WHERE name = @name\", connection) { Parameters = { new SqliteParameter(\"@name\", (object?)name ?? DBNull.Value) } }");

    [Fact]
    public Task ObjectInitializer_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                var command = new SqliteCommand { Connection = connection, CommandText = $"SELECT id, name FROM users WHERE name = '{name}'" };
                return Read(command);
            }
        """,
        "command.Parameters.AddWithValue(\"@name\", (object?)name ?? DBNull.Value);");

    [Fact]
    public Task ProviderNeutralCommand_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                using DbCommand command = ((DbConnection)connection).CreateCommand();
                command.CommandText = "SELECT id, name FROM users WHERE name = '" + name + "'";
                return Read(command);
            }
        """,
        """
                var nameParameter = command.CreateParameter();
                nameParameter.ParameterName = "@name";
                nameParameter.Value = (object?)name ?? DBNull.Value;
                command.Parameters.Add(nameParameter);
        """);

    [Fact]
    public Task WildcardsAroundTheHole_StayInTheValue() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT id, name FROM users WHERE name LIKE '%{name}%' OR email LIKE '" + name + "%'";
                return Read(command);
            }
        """,
        "\"SELECT id, name FROM users WHERE name LIKE @name OR email LIKE @name2\"",
        "AddWithValue(\"@name\", $\"%{name}%\")",
        "AddWithValue(\"@name2\", name + \"%\")");

    [Fact]
    public Task TextInALocal_IsRepairedWhereItIsBuilt() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                var sql = "SELECT id, name FROM users ";
                sql += "WHERE name = '" + name + "'";
                sql += " ORDER BY id";
                using var command = new SqliteCommand(sql, connection);
                return Read(command);
            }
        """,
        "sql += \"WHERE name = @name\";",
        "command.Parameters.AddWithValue(\"@name\", (object?)name ?? DBNull.Value);");

    [Fact]
    public Task FormattedText_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            const string Table = "users";

            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = string.Format("SELECT id, name FROM {0} WHERE age < {1} AND name = '{2}' AND '{2}' = name", Table, 99, name);
                return Read(command);
            }
        """,
        "string.Format(\"SELECT id, name FROM {0} WHERE age < {1} AND name = @name AND @name = name\", Table, 99)");

    [Fact]
    public Task StringBuilder_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                var builder = new StringBuilder("SELECT id, name FROM users");
                builder.AppendLine(" WHERE age > 0");
                builder.Append(" AND name = '").Append(name).Append("'").Append(" ORDER BY id");
                using var command = connection.CreateCommand();
                command.CommandText = builder.ToString();
                return Read(command);
            }
        """,
        "builder.Append(\" AND name = \").Append(\"@name\").Append(\" ORDER BY id\");");

    [Fact]
    public Task TextAddedUnderACondition_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                var sql = "SELECT id, name FROM users WHERE 1 = 1";
                if (name != null)
                    sql += $" AND name = '{name}'";
                using var command = new SqliteCommand(sql, connection);
                return Read(command);
            }
        """,
        "sql += \" AND name = @name\";",
        "command.Parameters.AddWithValue(\"@name\", (object?)name ?? DBNull.Value);");

    [Fact]
    public Task TextAddedToTheCommand_IsRepaired() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT id, name FROM users WHERE age > @age";
                command.Parameters.AddWithValue("@age", 1);
                command.CommandText += " AND name = '" + name + "'";
                return Read(command);
            }
        """,
        "command.CommandText += \" AND name = @name\";");

    [Fact]
    public Task CommandInALoop_IsClearedFirst() => QueryBehaviour.FindsOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                var rows = new List<string>();
                using var command = connection.CreateCommand();
                foreach (var other in new[] { 98, 99 })
                {
                    command.CommandText = $"SELECT id, name FROM users WHERE id <> {other} AND name = '{name}'";
                    rows.AddRange(Read(command));
                }
                return rows.Distinct();
            }
        """,
        "command.Parameters.Clear();",
        "command.Parameters.AddWithValue(\"@other\", other);");

    [Fact]
    public Task UpdateInARawString_IsRepaired() => QueryBehaviour.ChangesOnlyTheNameAsync(
        """"
            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"""
                    UPDATE users
                    SET email = '{name}'
                    WHERE age < {99} AND name = '{name}'
                    """;
                return command.ExecuteNonQuery();
            }
        """",
        """"
                command.CommandText = $"""
                    UPDATE users
                    SET email = @name
                    WHERE age < {99} AND name = @name
                    """;
        """");

    [Fact]
    public Task InsertOfVerbatimText_IsRepaired() => QueryBehaviour.StoresTheNameAsync(
        """
            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = @"INSERT INTO users (name, email, age, score, born)
                    VALUES ('" + (name ?? "") + @"', '<" + name + ">', 5, 1.5, '')";
                return command.ExecuteNonQuery();
            }
        """,
        "x', 'stolen', 5, 1.5, '') --",
        "VALUES (@name, @name2, 5, 1.5, '')\";",
        "AddWithValue(\"@name2\", \"<\" + name + \">\")");

    [Fact]
    public Task SeveralTextsOfOneCommand_AreRepaired() => QueryBehaviour.StoresTheNameAsync(
        """
            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"UPDATE users SET age = 1 WHERE name = '{name}'";
                command.ExecuteNonQuery();
                command.CommandText = $"UPDATE users SET email = '{name}' WHERE id = 1";
                return command.ExecuteNonQuery();
            }
        """,
        "x' --",
        "AddWithValue(\"@name\", ",
        "AddWithValue(\"@name2\", ");

    [Fact]
    public Task DoubledQuotes_AreNotStored() => QueryBehaviour.ChangesOnlyTheNameAsync(
        """
            public object Run(string? name)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "UPDATE users SET email = '" + (name ?? "").Replace("'", "''") + "' WHERE name = '" + name + "'";
                return command.ExecuteNonQuery();
            }
        """,
        "AddWithValue(\"@name\", name ?? \"\")");
}
