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
        "Oracle.ManagedDataAccess.", "Oracle.DataAccess.", "System.Data.Entity.Database", "System.Data.Entity.DbSet", "System.Data.Entity.Core.",
        "System.Web.Mvc.", "System.Web.Http.", "Microsoft.Azure.Functions.", "Amazon.Lambda.",
        "System.Data.Entity.", "HotChocolate.", "Microsoft.Owin.", "NServiceBus.", "ServiceStack.", "CoreWCF.", "Azure.Messaging.", "Azure.Storage.Queues.", "Amazon.", "Microsoft.Azure.Documents.", "Microsoft.Azure.Cosmos.Table.", "Microsoft.WindowsAzure.Storage.",
        "Microsoft.Azure.ServiceBus.", "Microsoft.Azure.WebJobs.", "Cassandra.", "Neo4j.Driver.", "Neo4jClient.", "System.Linq.Dynamic.DynamicQueryable", "System.Linq.Dynamic.DynamicExpression",
        "Microsoft.EntityFrameworkCore.DynamicLinq.",
        "NHibernate.", "RepoDb.", "SqlKata.", "PetaPoco.", "NPoco.", "FreeSql.", "SqlSugar.",
        "System.Net.Http.HttpRequestMessageExtensions", "System.Net.Http.HttpContentExtensions", "Grpc.Core.AsyncStreamReaderExtensions",
    ];

    /// <summary>Overloads of versions before those that the reference pack holds.</summary>
    private static readonly string[] s_removed =
    [
        "M:Microsoft.EntityFrameworkCore.RelationalQueryableExtensions.FromSql``1(System.Linq.IQueryable{``0},System.String,System.Object[])",
        "M:Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlCommand(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade,System.String,System.Object[])",
        "M:Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlCommandAsync(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade,System.String,System.Threading.CancellationToken,System.Object[])",
    ];

    /// <summary>Types of versions before those that the reference pack holds.</summary>
    private static readonly string[] s_renamed = ["LinqToDB.Data.DataConnectionExtensions"];

    /// <summary>Properties that are fields in the version that the reference pack holds, and have rows as fields too.</summary>
    private static readonly string[] s_fieldsToday =
    [
        "P:RabbitMQ.Client.Events.BasicDeliverEventArgs.Body", "P:RabbitMQ.Client.Events.BasicDeliverEventArgs.RoutingKey", "P:RabbitMQ.Client.Events.BasicDeliverEventArgs.BasicProperties",
        "P:RabbitMQ.Client.BasicGetResult.Body", "P:RabbitMQ.Client.BasicGetResult.BasicProperties",
    ];

    private static readonly ImmutableArray<Compilation> s_frameworks =
        [.. new[] { TestReferences.Net10, TestReferences.Net8, TestReferences.Net48, TestReferences.NetStandard20 }
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
            .Where(row => !IsUnavailable(row) && MembersOf(row).Count == 0)
            .Select(row => row.Symbol.Id);
        Complaints.AssertNone(wrong);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryPlace_CanBeMeant(string file)
    {
        var wrong =
            from row in BuiltInModels.Files()[file].Rows
            where row.Symbol.Prefix is not ('T' or 'A')
            let members = MembersOf(row)
            where members.Count > 0
            from place in row.Places.Concat(row.Flows.SelectMany(flow => new[] { flow.From, flow.To }))
            from problem in PlaceFacts.Problems(place, members)
            select $"{row.Symbol.Id}: {place}: {problem}";
        Complaints.AssertNone(wrong);
    }

    /// <summary>A row twice in a file is a row that one forgets to change.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void NoRow_StandsTwice(string file)
    {
        var twice = BuiltInModels.Files()[file].Rows.GroupBy(row => (row.Kind, row.Role, row.Symbol)).Where(rows => rows.Count() > 1)
            .Select(rows => $"{rows.Key.Role} {rows.Key.Symbol.Id}");
        Complaints.AssertNone(twice);
    }

    private static bool IsUnavailable(ModelRow row) =>
        s_removed.Contains(row.Symbol.FullId) || s_renamed.Contains(row.Symbol.Type) || s_fieldsToday.Contains(row.Symbol.Id) || s_unavailable.Any(prefix => row.Symbol.Type.StartsWith(prefix, StringComparison.Ordinal));

    private static List<ISymbol> MembersOf(ModelRow row) =>
        [.. from framework in s_frameworks
            from type in DocumentationCommentId.GetSymbolsForDeclarationId("T:" + row.Symbol.Type, framework).OfType<INamedTypeSymbol>()
            from member in row.Symbol.Prefix is 'T' or 'A' ? [type] : type.GetMembers()
            where row.Symbol.Prefix is 'T' or 'A' || row.Symbol.Matches(member)
            select member];
}
