using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Tests.Taint.Flows;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Bodies;

/// <summary>A gate that is always open lets a rule see what the driver would have shown it, no more and no less.</summary>
public class GatedRegistrationTests
{
    private const string Everything = """
        using System;
        using System.ComponentModel;

        Console.WriteLine(Local(1));
        int Local(int of) => of + 1;

        [Description("type" + "d")]
        class C([DefaultValue(1)] int given, string text = "none" + "one") : B(given + 1), IDisposable
        {
            [DefaultValue(2)] private int _a = 1 + 1, _b = 2 + 2, _c;
            private const string Constant = "a" + "b";
            [field: NonSerialized] public event Action Happened = () => { };
            [DefaultValue(3)] public int P { [Obsolete("get")] get; set; } = 3 + 3;
            public int Q => P + 1;
            public int R { get => P + 2; set { P = value; } }
            public int this[[DefaultValue(5)] int index, int other = 4 + 4] => index + other;
            static C() { Console.WriteLine(text: "static"); }
            public C(string s) : this(int.Parse(s), s) { _c = s.Length; }
            ~C() { Dispose(); }
            [return: Description("result")]
            public T M<[Description("parameter")] T>([DefaultValue("x")] string x = "y" + "z") where T : new() { Func<int> f = delegate { return x.Length + _a + _b; }; return new T(); }
            public static C operator +(C left, C right) => left;
            public static implicit operator int(C of) { return of.P; }
            public event Action Added { add { Happened += value; } remove => Happened -= value; }
            public void Dispose() => Happened();
            partial class Inner { public int V = 9 + 9; }
            extern static void Out();
        }

        abstract class B(int of) { public int Of { get; } = of * 2; public abstract void A(int x = 1 + 2); }

        [Description("record")]
        record D([property: Description("member")] int X = 5 + 5, string Y = "t") : E(X + 1) { public int Z { get; init; } = X + 2; }
        record E(int W);
        record struct F(int G) { public int H = G + 1; }
        struct S { public int A; public S(int a) => A = a + 1; }
        enum N { [Description("one")] One = 1 + 0, Two = One + 1 }
        interface I { int Default() => 1 + 2; static int Shared = 3 + 4; }
        delegate int Delegated([DefaultValue(1)] int x = 1 + 1);
        class Half { void M() { foo.Bar(; } int P => ; int Q = }
        """;

    [Fact]
    public async Task EveryKindOfDeclaration_IsSeenAsTheDriverShowsIt() =>
        await AssertSeenAsByDriverAsync(FlowVerdict.Library.WithOptions(FlowVerdict.Library.Options.WithOutputKind(OutputKind.ConsoleApplication))
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(Everything, FlowVerdict.ParseOptions, "Everything.cs")));

    [Fact]
    public async Task FlowPrograms_AreSeenAsTheDriverShowsThem()
    {
        // One out of many: all of them take as long as a build.
        foreach (var twin in FlowPrograms.Twins.Where((_, index) => index % 12 == 0))
        {
            var trees = twin.Files.Select((file, index) => CSharpSyntaxTree.ParseText(file, FlowVerdict.ParseOptions, index + ".cs"));
            await AssertSeenAsByDriverAsync(FlowVerdict.Library.AddSyntaxTrees(trees));
        }
    }

    [Fact]
    public async Task OperationsThatAreNotKept_AreRefusedAtOnce()
    {
        var exception = Assert.Single(await Compilations.Create("class C { }", new Setting()).WithAnalyzers([new OfLocals()]).GetAllDiagnosticsAsync(), static diagnostic => diagnostic.Id == "AD0001");
        Assert.Contains("Invocation, LocalReference", exception.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task AssertSeenAsByDriverAsync(Compilation compilation)
    {
        var analyzer = new BothWays();
        var exceptions = await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(exceptions);
        Assert.NotEmpty(analyzer.ByDriver);
        var wrong = Without(analyzer.ByDriver, analyzer.Gated).Select(static missed => "missed: " + missed)
            .Concat(Without(analyzer.Gated, analyzer.ByDriver).Select(static vain => "in vain: " + vain)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What the first has more often than the second.</summary>
    private static IEnumerable<string> Without(IEnumerable<string> all, IEnumerable<string> others)
    {
        var counts = others.CountBy(static item => item).ToDictionary();
        return all.CountBy(static item => item).Where(item => item.Value > counts.GetValueOrDefault(item.Key)).Select(static item => item.Key).Order(StringComparer.Ordinal);
    }

#pragma warning disable RS1001, RS1008 // No compiler loads it from here, and it is used once.
    private sealed class BothWays : DiagnosticAnalyzer
    {
        private static readonly OperationKind[] s_kinds = [.. Enum.GetValues<OperationKind>().Distinct().Where(BodyOperations.AreKept)];

        public ConcurrentBag<string> ByDriver { get; } = [];

        public ConcurrentBag<string> Gated { get; } = [];

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SqlInjection];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start =>
            {
                start.RegisterOperationAction(operation => Add(ByDriver, operation.Operation, operation.ContainingSymbol), s_kinds);
                start.RegisterGatedOperationAction((_, _, _) => true, operation => Add(Gated, operation.Operation, operation.ContainingSymbol), s_kinds);
            });
        }

        private static void Add(ConcurrentBag<string> seen, IOperation operation, ISymbol member)
        {
            // What stands around a constructor initializer without being written is of no use to anybody.
            if (operation is not { IsImplicit: true, Kind: OperationKind.Block or OperationKind.ExpressionStatement })
                seen.Add($"{operation.Syntax.SyntaxTree.FilePath} {operation.Syntax.Span} {operation.Kind} {operation.IsImplicit} in {member.Kind} {member.ToDisplayString()}: {operation.Syntax.ToString().Split('\n')[0]}");
        }
    }

    /// <summary>Registers for operations that are not kept.</summary>
    private sealed class OfLocals : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SqlInjection];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(static start => start.RegisterGatedOperationAction(static (_, _, _) => true, static _ => { }, OperationKind.Invocation, OperationKind.LocalReference));
        }
    }
}
