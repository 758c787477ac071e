using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;

namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Code with an injectable query, before and after its repair, ready to run.</summary>
internal sealed class RepairedCode : IDisposable
{
    /// <summary>The types by which the rule recognises an endpoint; the web framework itself is not needed to run.</summary>
    private const string Framework = """
        namespace Microsoft.AspNetCore.Mvc
        {
            public abstract class ControllerBase { }
        }
        """;

    private static readonly MetadataReference[] s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("xunit", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(path).Contains("TestPlatform", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("SecurityReview", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private RepairedCode(Compilation before, Compilation after, string text)
    {
        Before = new ExecutableCode(before);
        After = new ExecutableCode(after);
        Text = text;
    }

    public ExecutableCode Before { get; }

    public ExecutableCode After { get; }

    /// <summary>The repaired code of <c>Target</c>.</summary>
    public string Text { get; }

    /// <summary>Repairs all injections of an endpoint class <c>Target</c>, and checks that none is left.</summary>
    /// <param name="members">Members of the class; it has a field <c>connection</c>.</param>
    public static Task<RepairedCode> CreateAsync(string members) => CreateAsync<SqlInjectionAnalyzer, SqlInjectionFixer>(members, " : ControllerBase");

    /// <summary>Repairs all findings of a rule in a class <c>Target</c>, whose callers are not known unless its base says so, and checks that none is left.</summary>
    public static async Task<RepairedCode> CreateAsync<TAnalyzer, TFixer>(string members, string baseType = "")
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        var source = $$"""
            {{QueryCode.Usings}}
            public class Row { public long Id { get; set; } public string Name { get; set; } = ""; public override string ToString() => $"{Id}:{Name}"; }
            public class Store(SqliteConnection connection) : DbContext
            {
                public DbSet<Row> Rows => Set<Row>();
                protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(connection);
                protected override void OnModelCreating(ModelBuilder model) => model.Entity<Row>().ToTable("users").HasKey(row => row.Id);
            }

            public class Target(SqliteConnection connection){{baseType}}
            {
                static List<string> Read(IDbCommand command)
                {
                    var rows = new List<string>();
                    using var reader = command.ExecuteReader();
                    while (reader.Read())
                        rows.Add(reader.GetValue(0) + ":" + reader.GetValue(1));
                    return rows;
                }

            {{members}}
            }

            """;
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: Setting.Default.CompilationOptions, parseOptions: Setting.Default.ParseOptions, metadataReferences: s_references));
        project = project.AddDocument("Framework.cs", Framework).Project;
        var document = project.AddDocument("Target.cs", SourceText.From(source));
        var before = (await document.Project.GetCompilationAsync())!;
        var repaired = document;
        // One after the other, as a user does: each repair must leave the next one possible.
        for (var round = 0; ; round++)
        {
            var finding = (await FindingsAsync<TAnalyzer>(repaired)).FirstOrDefault();
            if (finding is null)
                break;
            Assert.True(round < 10, "The repairs do not come to an end.");
            CodeAction? action = null;
            await new TFixer().RegisterCodeFixesAsync(new CodeFixContext(repaired, finding, (offered, _) => action ??= offered, CancellationToken.None));
            Assert.True(action is not null, "No repair is offered: " + finding);
            var operations = await action!.GetOperationsAsync(CancellationToken.None);
            repaired = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        }

        Assert.NotSame(document, repaired);
        var text = (await repaired.GetTextAsync()).ToString();
        return new RepairedCode(before, (await repaired.Project.GetCompilationAsync())!, text);
    }

    private static async Task<IEnumerable<Diagnostic>> FindingsAsync<TAnalyzer>(Document document)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error).Select(item => $"{item}\n{item.Location.SourceTree}"));
        var findings = await compilation.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return findings.OrderBy(finding => finding.Location.SourceSpan.Start);
    }

    public void Dispose()
    {
        Before.Dispose();
        After.Dispose();
    }
}
