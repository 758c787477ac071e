using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Summaries;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Summaries;

/// <summary>Makes the summary of a method <c>F</c> of a small program.</summary>
internal static class SmallPrograms
{
    /// <summary>The summary of the method <c>F</c> as a session publishes it for all callers, once one of them was solved that knows nothing of the arguments.</summary>
    /// <param name="members">Methods of one class, <c>F</c> among them.</param>
    /// <param name="earlier">A method that was asked for before.</param>
    public static Summary SummaryOf(string members, int maxSteps = AnalysisBudget.MaxSteps, string? earlier = null)
    {
        var compilation = CompilationOf(members);
        var table = new SummaryTable();
        var session = SessionOf(compilation, table, CancellationToken.None, maxSteps);
        foreach (var name in earlier is null ? ["Caller"] : (string[])[earlier, "Caller"])
            Solve(session, compilation, name);
        var summary = FoundIn(table, compilation);
        Assert.NotNull(summary);
        return summary;
    }

    /// <summary>The program: the methods, and one called <c>Caller</c>, which calls <c>F</c>.</summary>
    public static Compilation CompilationOf(string members)
    {
        var parameters = CSharpSyntaxTree.ParseText($"class C {{ {members} }}").GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Single(static method => method.Identifier.Text == "F").ParameterList;
        var arguments = parameters.Parameters.Select(static parameter => $"{parameter.Modifiers} {parameter.Identifier}");
        var compilation = Compilations.Create(
            $$"""
            using System;
            using System.Collections.Generic;
            class Box { public string Name { get; set; } = ""; public Box? Inner { get; set; } }
            class C
            {
                {{members}}
                void Caller{{parameters}} { F({{string.Join(", ", arguments)}}); }
            }
            """,
            new Setting());
        Assert.DoesNotContain(compilation.GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return compilation;
    }

    public static SummarySession SessionOf(Compilation compilation, SummaryTable table, CancellationToken cancellation, int maxSteps = AnalysisBudget.MaxSteps) =>
        new(KnownTypes.Of(compilation), new ModelSet(BuiltInModels.Rows), null, table, cancellation, maxSteps);

    public static void Solve(SummarySession session, Compilation compilation, string method = "Caller") =>
        session.Solve(session.Bodies.UnitsOf(MethodOf(compilation, method)).Single(), BodySlice.Whole);

    /// <summary>The summary of <c>F</c> for all callers; null where none is published.</summary>
    public static Summary? FoundIn(SummaryTable table, Compilation compilation) => table.Find(new SummaryKey(MethodOf(compilation, "F"), "", 0));

    private static IMethodSymbol MethodOf(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName("C")!.GetMembers(name).OfType<IMethodSymbol>().Single();

    public static IEnumerable<string> OriginsOf(AbstractValue value) => value.Taints.Select(static taint => Spell(taint.Origin)).Distinct().Order(StringComparer.Ordinal);

    public static string Spell(Origin origin) => origin is SymbolicOrigin symbolic ? Spell(symbolic) : origin.ToString();

    private static string Spell(SymbolicOrigin origin) => origin.Root.Name + origin.Path;
}
