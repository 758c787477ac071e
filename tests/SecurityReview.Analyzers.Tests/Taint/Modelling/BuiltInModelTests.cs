using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Facts must be right: every row of the built-in models is resolved against the real assemblies of the reference pack.</summary>
public class BuiltInModelTests
{
    /// <summary>Libraries that the reference pack does not hold; rows about them cannot be checked here.</summary>
    private static readonly string[] s_unavailable =
    [
        "MySql.Data.", "Oracle.ManagedDataAccess.", "System.Data.OleDb.", "System.Data.Odbc.", "System.Data.SQLite.", "System.Data.SqlClient.",
        "System.Web.Mvc.", "Newtonsoft.", "System.Web.Http.", "Microsoft.Azure.Functions.", "Amazon.Lambda.",
    ];

    /// <summary>Members of versions before those that the reference pack holds.</summary>
    private static readonly string[] s_removed = ["ExecuteSqlCommand"];

    private static readonly ImmutableArray<Compilation> s_frameworks =
        [.. new[] { TestReferences.Net10, TestReferences.Net8, TestReferences.Net48 }
            .Select(framework => (Compilation)Compilations.Create("", Setting.Default with { Framework = framework }))];

    public static TheoryData<string> Files => new(BuiltInModels.Files().Keys);

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryLine_IsUnderstood(string file) =>
        Assert.Empty(BuiltInModels.Files()[file].Problems);

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryRow_MatchesAMemberThatExists(string file)
    {
        var wrong = BuiltInModels.Files()[file].Rows
            .Where(row => !s_unavailable.Any(prefix => row.Symbol.Type.StartsWith(prefix, StringComparison.Ordinal)))
            .Where(row => !s_removed.Contains(row.Symbol.Member) && !MembersOf(row).Any())
            .Select(row => row.Symbol.Id);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryPlace_NamesAParameterThatExists(string file)
    {
        var wrong =
            from row in BuiltInModels.Files()[file].Rows
            where MembersOf(row).Any()
            from place in row.Places.Concat(row.Flows.SelectMany(flow => new[] { flow.From, flow.To }))
            where place.Root == PlaceRoot.Parameter && (place.Parameter != "value" || row.Symbol.Prefix == 'M')
            where !MembersOf(row).OfType<IMethodSymbol>().Any(method => method.Parameters.Any(parameter => parameter.Name == place.Parameter))
            select $"{row.Symbol.Id}: {place}";
        Assert.Empty(wrong);
    }

    private static IEnumerable<ISymbol> MembersOf(ModelRow row) =>
        from framework in s_frameworks
        from type in framework.GetTypesByMetadataName(row.Symbol.Type)
        from member in type.GetMembers()
        where row.Symbol.Matches(member)
        select member;
}
