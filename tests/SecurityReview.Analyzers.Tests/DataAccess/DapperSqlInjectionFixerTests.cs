using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>How Dapper is given its parameters.</summary>
public class DapperSqlInjectionFixerTests
{
    private const string Text = "[|$\"DELETE FROM Users WHERE Name = '{name}' AND Age > @age\"|]";

    private const string Repaired = "\"DELETE FROM Users WHERE Name = @name AND Age > @age\"";

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-dapper", Verdict.Reports)]
    [InlineData("connection.Execute({0})", "connection.Execute({0}, new {{ name }})")]
    [InlineData("connection.Execute({0}, null)", "connection.Execute({0}, new {{ name }})")]
    [InlineData("connection.Execute({0}, default, null)", "connection.Execute({0}, new {{ name }}, null)")]
    [InlineData("connection.Execute({0}, new {{ age = 5 }})", "connection.Execute({0}, new {{ age = 5, name }})")]
    [InlineData("connection.Execute({0}, new {{ age = 5, }})", "connection.Execute({0}, new {{ age = 5, name, }})")]
    [InlineData("connection.Execute({0}, param: new {{ age = 5 }}, transaction: null)", "connection.Execute({0}, param: new {{ age = 5, name }}, transaction: null)")]
    [InlineData("connection.Execute({0}, transaction: null)", "connection.Execute({0}, transaction: null, param: new {{ name }})")]
    [InlineData("SqlMapper.Execute(connection, {0})", "SqlMapper.Execute(connection, {0}, new {{ name }})")]
    [InlineData("SqlMapper.Execute(sql: {0}, cnn: connection)", "SqlMapper.Execute(sql: {0}, cnn: connection, param: new {{ name }})")]
    [InlineData("connection.ExecuteAsync(new CommandDefinition({0}))", "connection.ExecuteAsync(new CommandDefinition({0}, new {{ name }}))")]
    [InlineData("connection.ExecuteAsync(new CommandDefinition({0}, cancellationToken: default))", "connection.ExecuteAsync(new CommandDefinition({0}, cancellationToken: default, parameters: new {{ name }}))")]
    [InlineData("connection.Query<User, User, User>({0}, (a, b) => a)", "connection.Query<User, User, User>({0}, (a, b) => a, new {{ name }})")]
    public Task Call_IsRepaired(string before, string after) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($"return {string.Format(null, before, Text)};"), Action($"return {string.Format(null, after, Repaired)};"));

    [Fact]
    public Task MembersOnLinesOfTheirOwn_GetAnotherLine() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($$"""
                connection.Execute(
                    {{Text}},
                    new
                    {
                        age = 5, // grown up
                        other = "x",
                    });
                """),
            Action($$"""
                connection.Execute(
                    {{Repaired}},
                    new
                    {
                        age = 5, // grown up
                        other = "x",
                        name,
                    });
                """));

    [Fact]
    public Task DynamicParameters_AreFilledBeforeTheCall() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($$"""
                var parameters = new DynamicParameters();
                parameters.Add("name", 5);
                if (name.Length > 3)
                    return connection.Execute({{Text}}, parameters);
                // again
                return connection.Execute([|$"DELETE FROM Users WHERE Name = '{name}'"|], parameters); // last
                """),
            Action("""
                var parameters = new DynamicParameters();
                parameters.Add("name", 5);
                if (name.Length > 3)
                {
                    parameters.Add("name2", name);
                    return connection.Execute("DELETE FROM Users WHERE Name = @name2 AND Age > @age", parameters);
                }
                parameters.Add("name3", name);
                // again
                return connection.Execute("DELETE FROM Users WHERE Name = @name3", parameters); // last
                """));

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-dapper", Verdict.IsSilent)]
    [InlineData("var filter = new Filter(); return connection.Execute({0}, filter);")]
    [InlineData("object filter = new {{ age = 5 }}; return connection.Execute({0}, filter);")]
    [InlineData("return connection.Execute({0}, new Dictionary<string, object>());")]
    [InlineData("return connection.Execute({0}, new DynamicParameters());")]
    [InlineData("var parameters = new DynamicParameters(); Func<int> run = () => connection.Execute({0}, parameters); return run();")]
    public Task OtherParameterObject_OffersNothing(string body) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(Action(string.Format(null, body, Text)));
}
