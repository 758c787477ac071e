using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using RuleSet = SecurityReview.Analyzers.Tests.Repository.RuleSet;

namespace SecurityReview.Analyzers.Tests.Taint.Assemblies;

/// <summary>In an editor and in the tool a referenced project comes with its source, which belongs to another compilation.</summary>
public class ReferencedSourceTests
{
    private const string Helpers = """
        namespace Library;
        public static class Names
        {
            private static string s_prefix = "n";
            public static string Prefix => s_prefix;
            public static readonly string Table = "Users";
            public static void SetPrefix(string prefix) => s_prefix = prefix;
            public static string Trimmed(string name) => name.Trim();
            public static string Fixed(string name) => name.Length > 3 ? "a" : "b";
            public static Holder Hold(string name) => new() { Name = name, Other = "x" };
        }
        public class Holder { public string Name { get; set; } = ""; public string Other { get; set; } = ""; }
        """;

    private const string Application = """
        using Dapper;
        using Library;
        public class UsersController(System.Data.IDbConnection connection) : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public void Trimmed(string name) => connection.Query("SELECT " + Names.Trimmed(name));
            public void Held(string name) => connection.Query("SELECT " + Names.Hold(name).Name);
            public void Other(string name) => connection.Query("SELECT " + Names.Hold(name).Other);
            public void Fixed(string name) => connection.Query("SELECT " + Names.Fixed(name));
            public void Table() => connection.Query("SELECT * FROM " + Names.Table);
            public void Set(string name) => Names.SetPrefix(name);
            public void Prefix() => connection.Query("SELECT " + Names.Prefix);
        }
        """;

    private const string Words = "from the request reaches this SQL text; pass it as a parameter";

    [Fact]
    public async Task CodeOfAReferencedProject_IsFollowed() => Assert.Equal(
        [$"5:58 'name' {Words}", $"6:55 'name' {Words}", $"11:46 'name' {Words}"],
        await TwoProjects.FindingsAsync<SqlInjectionAnalyzer>(Application, TwoProjects.Source(TwoProjects.Library(Helpers))));

    /// <summary>The ways lead through files of another compilation, in which no finding of this one may point at a tree.</summary>
    [Fact]
    public async Task WayThroughAnotherProject_IsTold()
    {
        var library = TwoProjects.Library(Helpers);
        var compilation = Compilations.Create(Application, Setting.Default).AddReferences(TwoProjects.Source(library));
        var findings = await compilation.WithAnalyzers([new SqlInjectionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var foreign = findings.SelectMany(finding => finding.AdditionalLocations).Where(step => step.Kind == LocationKind.ExternalFile).ToList();
        Assert.NotEmpty(foreign);
        Assert.All(foreign, step => Assert.Equal(library.SyntaxTrees.Single().FilePath, step.GetLineSpan().Path));
    }

    /// <summary>A project for an older framework is seen through symbols of its own; what it does is then not known, as with metadata.</summary>
    [Fact]
    public async Task ProjectForAnotherFramework_IsTakenAsMetadata() => Assert.Equal(
        [$"5:58 'name' {Words}", $"8:56 'name' {Words}"],
        await TwoProjects.FindingsAsync<SqlInjectionAnalyzer>(
            Application, TwoProjects.Source(TwoProjects.Library(Helpers, Setting.Default with { Framework = TestReferences.NetStandard20 }))));

    public static TheoryData<string> Analyzers => new(RuleSet.Analyzers.Select(analyzer => analyzer.GetType().Name));

    /// <summary>No rule may take a tree of the library for one of the application.</summary>
    [Theory]
    [MemberData(nameof(Analyzers))]
    public async Task NoRule_Throws(string analyzer)
    {
        const string more = """

            public class Owned { public int OwnerId { get; set; } public string Name { get; set; } = ""; }
            public abstract class Base(System.Data.IDbConnection connection) : Microsoft.AspNetCore.Mvc.ControllerBase
            {
                protected System.Data.IDbConnection Connection => connection;
                protected bool IsMine(int owner, Owned owned) => owned.OwnerId == owner;
                protected object Fail(System.Exception error) => Problem(error.ToString());
                protected int Delete(int id) { using var command = Connection.CreateCommand(); command.CommandText = "DELETE FROM T WHERE Id = " + id; return command.ExecuteNonQuery(); }
            }
            """;
        const string application = """
            using Library;
            public class ThingsController(System.Data.IDbConnection connection) : Base(connection)
            {
                public object Get(int owner, string name, Owned owned)
                {
                    try
                    {
                        if (!IsMine(owner, owned)) owner = owned.OwnerId;
                        Delete(owner);
                        // TODO: more
                        return Names.Trimmed(owned.Name) + name;
                    }
                    catch (System.Exception error)
                    {
                        return Fail(error);
                    }
                }
            }
            """;
        var compilation = Compilations.Create(application, Setting.Default).AddReferences(TwoProjects.Source(TwoProjects.Library(Helpers + more)));
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        var findings = await compilation.WithAnalyzers([RuleSet.Analyzers.Single(item => item.GetType().Name == analyzer)]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
    }
}
