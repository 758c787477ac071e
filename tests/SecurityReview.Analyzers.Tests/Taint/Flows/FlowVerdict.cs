using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.ExceptionHandling;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>What the rules of the engine say of one twin, against its marks.</summary>
/// <param name="Broken">Compile errors and exceptions of analyzers: nothing excuses them.</param>
/// <param name="Wrong">Marked lines without a finding, findings without a mark, and findings that were reported twice.</param>
internal sealed record FlowVerdict(ImmutableArray<string> Broken, ImmutableArray<string> Wrong)
{
    /// <summary>The usings of every program, so that the twins show their shape and little else.</summary>
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using System.Data.Common;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.Data.Sqlite;
        global using Dapper;
        """;

    /// <summary>How every program is read.</summary>
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    /// <summary>What every library starts from. Derived compilations share the symbols of the references, which cost far more than a program.</summary>
    public static readonly CSharpCompilation Library = CSharpCompilation.Create(
        "Flows",
        [CSharpSyntaxTree.ParseText(GlobalUsings, ParseOptions, "GlobalUsings.cs")],
        TestReferences.Of(TestReferences.Net10),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    private static readonly CSharpCompilation s_application = Library.WithOptions(Library.Options.WithOutputKind(OutputKind.ConsoleApplication));

    public bool Passes => Broken.IsEmpty && Wrong.IsEmpty;

    public static async Task<FlowVerdict> OfAsync(FlowTwin twin)
    {
        var diagnostics = await Compile(twin)
            .WithAnalyzers([new SqlInjectionAnalyzer(), new ExceptionDetailAnalyzer()], new AnalyzerOptions([]))
            .GetAllDiagnosticsAsync();
        var findings = diagnostics.Where(item => item.Id is RuleIds.SqlInjection or RuleIds.ExceptionDetailInResponse).ToList();
        var reported = findings.ToLookup(finding => finding.Location.GetLineSpan().StartLinePosition.Line + 1);
        var lines = twin.Files.SelectMany(file => file.Split('\n').Index()).Where(line => line.Item.Length > 0).ToDictionary(line => line.Index + 1, line => line.Item.Trim());
        return new FlowVerdict(
            [.. diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error || item.Id == "AD0001").Select(item => item.ToString())],
            [
                .. twin.Marked.Where(line => !reported.Contains(line)).Select(line => Place("missed", line, lines)),
                .. reported.Select(group => group.Key).Where(line => !twin.Marked.Contains(line)).Order().Select(line => Place("in vain", line, lines)),
                .. reported.Where(group => group.DistinctBy(finding => (finding.Id, finding.Location)).Count() < group.Count()).Select(group => Place("twice", group.Key, lines)),
            ]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Broken.Concat(Wrong));

    private static CSharpCompilation Compile(FlowTwin twin)
    {
        var trees = twin.Files.Select((file, index) => CSharpSyntaxTree.ParseText(file, ParseOptions, string.Create(CultureInfo.InvariantCulture, $"{twin.Name}.{index}.cs"))).ToList();
        var isApplication = trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        return (isApplication ? s_application : Library).AddSyntaxTrees(trees);
    }

    private static string Place(string what, int line, Dictionary<int, string> lines) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: line {line}: {lines[line]}");
}
