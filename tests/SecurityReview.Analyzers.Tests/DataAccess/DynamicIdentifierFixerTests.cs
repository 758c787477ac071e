using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class DynamicIdentifierFixerTests
{
    private static Task RepairsAsync(string body, string repaired, string parameters = "string name") =>
        VerifyFix<DynamicIdentifierAnalyzer, DynamicIdentifierFixer>.RepairsAsync(Method(body, parameters), Method(repaired, parameters));

    private static Task OffersNothingAsync(string body, string parameters = "string name") =>
        VerifyFix<DynamicIdentifierAnalyzer, DynamicIdentifierFixer>.OffersNothingAsync(Method(body, parameters));

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "fix-column", Verdict.Reports)]
    public Task ColumnOfTheText_IsChosen() => RepairsAsync(
        """
        // The caller sorts.
        return connection.Query([|"SELECT u.Id, u.Name AS Title, COUNT(*) FROM Users u ORDER BY " + name|]); // all
        """,
        """
        var knownColumn = name.ToLowerInvariant() switch
        {
            "id" => "u.Id",
            "title" => "Title",
            "u.id" => "u.Id",
            _ => throw new ArgumentException("There is no such column."),
        };
        // The caller sorts.
        return connection.Query("SELECT u.Id, u.Name AS Title, COUNT(*) FROM Users u ORDER BY " + knownColumn); // all
        """);

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "fix-column", Verdict.Reports)]
    public Task ColumnOfTheEntity_IsChosen() => RepairsAsync(
        """
        var sql = $"SELECT * FROM Users WHERE {name} = 1";
        return connection.Query<User>([|sql|]);
        """,
        """
        var knownColumn = name?.ToLowerInvariant() switch
        {
            "id" => "Id",
            "mail" => "Mail",
            "name" => "Name",
            _ => throw new ArgumentException("There is no such column."),
        };
        var sql = $"SELECT * FROM Users WHERE {knownColumn} = 1";
        return connection.Query<User>(sql);
        """,
        "string? name");

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "fix-direction", Verdict.Reports)]
    public Task Direction_IsChosen() => RepairsAsync(
        """
        return connection.Query([|$"SELECT Name FROM Users ORDER BY Name {name}"|]);
        """,
        """
        var knownDirection = name.ToLowerInvariant() switch
        {
            "" => "",
            "asc" => "ASC",
            "desc" => "DESC",
            _ => throw new ArgumentException("The direction is ASC or DESC."),
        };
        return connection.Query($"SELECT Name FROM Users ORDER BY Name {knownDirection}");
        """);

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "fix-column", Verdict.Reports)]
    [Clause(RuleIds.DynamicIdentifier, "fix-direction", Verdict.Reports)]
    public Task ExpressionBody_IsChosenInPlace() => VerifyFix<DynamicIdentifierAnalyzer, DynamicIdentifierFixer>.RepairsAsync(
        Class("""
            private const string Table = "Users";
            protected virtual string Other => "Orders";
            public object? List(string sort, string? direction) => connection.Query([|"SELECT Id, Name FROM " + Other + " ORDER BY " + sort + " " + direction|]);
            """),
        Class("""
            private const string Table = "Users";
            protected virtual string Other => "Orders";
            public object? List(string sort, string? direction) => connection.Query("SELECT Id, Name FROM " + Other + " ORDER BY " + (sort.ToLowerInvariant() switch { "id" => "Id", "name" => "Name", _ => throw new ArgumentException("There is no such column.") }) + " " + (direction?.ToLowerInvariant() switch { null or "" => "", "asc" => "ASC", "desc" => "DESC", _ => throw new ArgumentException("The direction is ASC or DESC.") }));
            """));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "fix-column", Verdict.IsSilent)]
    [InlineData("""return connection.Query([|"SELECT * FROM " + name|]);""")]
    [InlineData("""return connection.Query([|"SELECT Id FROM log_" + name|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users ORDER BY " + name|]);""")]
    [InlineData("""return connection.Query([|$"SELECT Id FROM Users ORDER BY {name}, {name}2"|]);""")]
    public Task NameWithoutAList_IsLeftAlone(string body) => OffersNothingAsync(body);

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "fix-direction", Verdict.IsSilent)]
    [InlineData("""return connection.Query([|$"SELECT TOP {name} Id FROM Users"|]);""")]
    [InlineData("""return connection.Query([|$"SELECT Id FROM Users ORDER BY Id NULLS {name}"|]);""")]
    public Task OtherKeyword_IsLeftAlone(string body) => OffersNothingAsync(body);

    [Fact]
    public Task FixAllWithoutKey_SkipsWhatHasNoRepair() => NullKeyFixAll<DynamicIdentifierAnalyzer, DynamicIdentifierFixer>.RepairsAsync(
        Class("""
            public object? Table(string table) => connection.Query("SELECT * FROM " + table);
            public object? Sorted(string direction) => connection.Query("SELECT Id FROM Users ORDER BY Id " + direction);
            """),
        Class("""
            public object? Table(string table) => connection.Query("SELECT * FROM " + table);
            public object? Sorted(string direction) => connection.Query("SELECT Id FROM Users ORDER BY Id " + (direction.ToLowerInvariant() switch { "" => "", "asc" => "ASC", "desc" => "DESC", _ => throw new ArgumentException("The direction is ASC or DESC.") }));
            """));

    [Fact]
    [Clause(RuleIds.SqlInjection, "fix-name", Verdict.Reports)]
    public Task ColumnFromARequest_IsChosen() => VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
        QueryCode.Action("""
            return await store.Users.FromSqlRaw([|$"SELECT * FROM Users ORDER BY {name}"|]).ToListAsync();
            """),
        QueryCode.Action("""
            var knownColumn = name.ToLowerInvariant() switch
            {
                "id" => "Id",
                "name" => "Name",
                _ => throw new ArgumentException("There is no such column."),
            };
            return await store.Users.FromSqlRaw($"SELECT * FROM Users ORDER BY {knownColumn}").ToListAsync();
            """));

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-name", Verdict.IsSilent)]
    [InlineData("""return connection.Query<User>([|$"SELECT * FROM {name}"|]);""")]
    [InlineData("""return connection.Query<User>([|$"SELECT * FROM Users WHERE lower({name}) = 'x' ORDER BY {name}"|]);""")]
    public Task TableOrFurtherValueFromARequest_IsLeftAlone(string body) => VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(QueryCode.Action(body));
}
