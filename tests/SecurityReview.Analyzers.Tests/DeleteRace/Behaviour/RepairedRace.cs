using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace.Behaviour;

/// <summary>Code with a race, before and after its repair, each ready to be run by several clients at once.</summary>
internal sealed class RepairedRace : IDisposable
{
    private const string Surroundings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;

        public class Voucher { public int Id { get; set; } public string Code { get; set; } = ""; public bool Used { get; set; } }
        public class Order { public int Id { get; set; } }
        public class Line { public int Id { get; set; } public int OrderId { get; set; } }

        public class Shop(string database, IInterceptor interceptor) : DbContext
        {
            public DbSet<Voucher> Vouchers => Set<Voucher>();
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Line> Lines => Set<Line>();
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(database).AddInterceptors(interceptor);
            protected override void OnModelCreating(ModelBuilder model) => model.Entity<Voucher>().HasIndex(voucher => voucher.Code).IsUnique();
        }

        public static class Program
        {
            public static object Prepare(string database, IInterceptor interceptor)
            {
                using var shop = new Shop(database, interceptor);
                shop.Database.EnsureCreated();
                shop.Add(new Voucher { Id = 1, Code = "one" });
                shop.Add(new Order { Id = 1 });
                shop.Add(new Line { Id = 1, OrderId = 1 });
                shop.Add(new Line { Id = 2, OrderId = 1 });
                return shop.SaveChanges();
            }

            public static async Task<object> Act(string database, IInterceptor interceptor)
            {
                await using var shop = new Shop(database, interceptor);
                await using var connection = new SqliteConnection(database);
                return await new Target(shop, connection).Run();
            }
        }

        """;

    private static readonly MetadataReference[] s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("xunit", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(path).Contains("TestPlatform", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("SecurityReview", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private RepairedRace(Compilation before, Compilation after, string text)
    {
        Before = new RacingProgram(before);
        After = new RacingProgram(after);
        Text = text;
    }

    public RacingProgram Before { get; }

    public RacingProgram After { get; }

    /// <summary>The repaired code.</summary>
    public string Text { get; }

    /// <summary>Repairs all findings of a class <c>Target</c> with a method <c>Run</c>, and checks that none is left.</summary>
    public static async Task<RepairedRace> CreateAsync<TAnalyzer, TFixer>(string members)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: Setting.Default.CompilationOptions, parseOptions: Setting.Default.ParseOptions, metadataReferences: s_references));
        var document = project.AddDocument("Target.cs", $"{Surroundings}\npublic class Target(Shop db, SqliteConnection connection)\n{{\n    public object Used => connection;\n\n{members}\n}}\n");
        var before = (await document.Project.GetCompilationAsync())!;
        var repaired = document;
        for (var round = 0; ; round++)
        {
            var findings = await FixAllFindings<TAnalyzer>.OfAsync(repaired.Project, CancellationToken.None);
            if (findings.IsEmpty)
                break;
            Assert.True(round < 10, "The repairs do not come to an end.");
            CodeAction? action = null;
            await new TFixer().RegisterCodeFixesAsync(new CodeFixContext(repaired, findings[0], (offered, _) => action ??= offered, CancellationToken.None));
            Assert.True(action is not null, "No repair is offered: " + findings[0]);
            var operations = await action!.GetOperationsAsync(CancellationToken.None);
            repaired = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        }

        Assert.NotSame(document, repaired);
        return new RepairedRace(before, (await repaired.Project.GetCompilationAsync())!, (await repaired.GetTextAsync()).ToString());
    }

    public void Dispose()
    {
        Before.Dispose();
        After.Dispose();
    }
}
