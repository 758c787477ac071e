using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>No way into a database goes without a row: what the providers declare is read from their assemblies.</summary>
public class SqlSinkCoverageTests
{
    private static readonly string[] s_providers =
    [
        "System.Data.Common", "System.Data", "System.Data.OracleClient", "System.Data.Entity", "System.Data.Linq",
        "Microsoft.Data.SqlClient", "System.Data.SqlClient", "Microsoft.Data.Sqlite", "System.Data.SQLite", "Npgsql", "MySqlConnector", "MySql.Data",
        "Microsoft.EntityFrameworkCore.Relational", "Microsoft.EntityFrameworkCore.Sqlite", "Dapper",
    ];

    /// <summary>What a parameter or property that takes SQL is called; compared without regard to case.</summary>
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "cmdText", "commandText", "commandString", "sql", "rawSql", "sqlQuery", "selectCommandText", "query", "queryString", "command", "statement", "script",
        "selectCommand", "insertCommand", "updateCommand", "deleteCommand", "copyFromCommand", "copyToCommand", "copyCommand",
    };

    /// <summary>Members that take such a text and run nothing that a request could reach, by namespace, type or member.</summary>
    private static readonly Dictionary<string, string> s_judged = new(StringComparer.Ordinal)
    {
        ["Microsoft.EntityFrameworkCore.Metadata"] = "the schema, written by the developer when the model is built",
        ["Microsoft.EntityFrameworkCore.Migrations.Operations.Builders"] = "the schema, in a migration",
        ["Microsoft.EntityFrameworkCore.Migrations.Operations.AddCheckConstraintOperation.Sql"] = "the schema, in a migration",
        ["Microsoft.EntityFrameworkCore.Migrations.Operations.CreateCheckConstraintOperation.Sql"] = "the schema, in a migration",
        ["Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder.AddCheckConstraint"] = "the schema, in a migration",
        ["Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder.CreateCheckConstraint"] = "the schema, in a migration",
        ["Microsoft.EntityFrameworkCore.Query.SqlExpressions.FromSqlExpression"] = "made by the provider of a text that came through FromSqlRaw",
        ["Microsoft.EntityFrameworkCore.Query.ISqlExpressionFactory.Select"] = "made by the provider of a text that came through FromSqlRaw",
        ["Microsoft.EntityFrameworkCore.Query.SqlExpressionFactory.Select"] = "made by the provider of a text that came through FromSqlRaw",
        ["Microsoft.EntityFrameworkCore.Storage.RelationalCommand"] = "made by the provider of a text that came through a builder",
        ["MySql.Data.MySqlClient.BaseCommandInterceptor"] = "told of a command, does not make one",
        ["MySql.Data.MySqlClient.BaseTableCache"] = "the text is a key of a cache",
        ["System.Data.Common.EntitySql.EntitySqlParser"] = "reads a text, runs none",
        ["MySqlX.Protocol.ProtocolBase"] = "the wire, behind the session",
    };

    /// <summary>Extension classes that describe the schema: HasCheckConstraint, HasComputedColumnSql, HasFilter ….</summary>
    private static readonly string[] s_schemaBuilders = ["BuilderExtensions", "EntityTypeExtensions"];

    private static readonly ModelSet s_models = new(BuiltInModels.Rows);

    private static readonly string[] s_frameworks = [TestReferences.Net10, TestReferences.Net8, TestReferences.Net48, TestReferences.NetStandard20];

    public static TheoryData<string> Frameworks => new(s_frameworks);

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void EveryTextOfAProvider_HasARow(string framework)
    {
        var missing = TextsOf(framework).Where(text => !IsJudged(text.Member) && !HasRow(text.Member, text.Place)).Select(text => $"{text.Member.ToDisplayString()}: {text.Place}");
        Complaints.AssertNone(missing);
    }

    [Fact]
    public void EveryJudgement_IsAboutSomething()
    {
        var members = s_frameworks.SelectMany(TextsOf).Select(text => text.Member).ToList();
        Assert.All(s_judged.Keys, judged => Assert.Contains(members, member => IsAbout(judged, member)));
        Assert.All(s_schemaBuilders, end => Assert.Contains(members, member => member.ContainingType.Name.EndsWith(end, StringComparison.Ordinal)));
    }

    private static IEnumerable<(ISymbol Member, string Place)> TextsOf(string framework)
    {
        var compilation = Compilations.Create("", Setting.Default with { Framework = framework });
        return compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => s_providers.Contains(assembly.Name))
            .SelectMany(assembly => TypesIn(assembly.GlobalNamespace))
            .SelectMany(type => type.GetMembers())
            .Where(member => member.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(TextsOfMember);
    }

    private static IEnumerable<(ISymbol Member, string Place)> TextsOfMember(ISymbol member) => member switch
    {
        IMethodSymbol { AssociatedSymbol: null } method => method.Parameters.Where(IsText).Select(parameter => (member, parameter.Name)),
        IPropertySymbol { SetMethod: not null, Type.SpecialType: SpecialType.System_String } property when s_names.Contains(property.Name) => [(member, "value")],
        _ => [],
    };

    private static bool IsText(IParameterSymbol parameter) =>
        (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name == "RawSqlString") && s_names.Contains(parameter.Name);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(member => member switch
        {
            INamespaceSymbol inner => TypesIn(inner),
            INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type => TypesIn(type).Prepend(type),
            _ => [],
        });

    private static bool HasRow(ISymbol member, string place) =>
        s_models.RowsOf(member).Any(row => row.Kind == "sql" && row.Role == ModelRole.Sink && row.Places.Any(named => named.ToString() == place));

    private static bool IsJudged(ISymbol member) =>
        member.ContainingNamespace.Name == "Internal" ||
        s_schemaBuilders.Any(end => member.ContainingType.Name.EndsWith(end, StringComparison.Ordinal)) ||
        s_judged.Keys.Any(judged => IsAbout(judged, member));

    private static bool IsAbout(string judged, ISymbol member)
    {
        var name = $"{member.ContainingType.ToDisplayString()}.{member.Name}";
        return name == judged || name.StartsWith(judged + ".", StringComparison.Ordinal);
    }
}
