using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Catching;
using SecurityReview.Analyzers.ExceptionHandling.FailOpen;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>A failure that nobody learns of goes on being one: an attack leaves no trace, and the program works with what it does not have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedExceptionAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SwallowedException);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var watched = new WatchedExceptions(types);
        context.RegisterGatedOperationAction(BodyWords.Of("catch"), operation => Analyze(operation, types, watched), OperationKind.CatchClause);
    }

    private static void Analyze(OperationContext context, KnownTypes types, WatchedExceptions watched)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (clause.Syntax is not CatchClauseSyntax { Filter: null } syntax || !watched.Contains(clause.ExceptionType))
            return;
        var function = FunctionBody.SymbolOf(clause, context.ContainingSymbol);
        if (PutsAway(function) || PutsAway(context.ContainingSymbol as IMethodSymbol) || !new SwallowingCatch(NameOf(function), Answers(function)).Is(clause) || ExplainedCatch.Is(syntax))
            return;
        // That the failure lets a caller pass is the worse fault, and said by a rule of its own.
        if (OpenOutcomes.Of(clause, context.ContainingSymbol, types, context.CancellationToken) is not null)
            return;
        var caught = watched.IsAny(clause.ExceptionType) ? "every exception" : $"'{clause.ExceptionType.Name}'";
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.SwallowedException, syntax.CatchKeyword.GetLocation(), caught));
    }

    private static bool PutsAway(IMethodSymbol? function) =>
        function is { MethodKind: MethodKind.Destructor } || NameOf(function).StartsWith("Dispose", StringComparison.Ordinal);

    private static bool Answers(IMethodSymbol? function) => function is not null && function.ReturnType.UnwrapTask().SpecialType == SpecialType.System_Boolean;

    private static string NameOf(IMethodSymbol? function)
    {
        if (function is null or { MethodKind: MethodKind.LambdaMethod })
            return "";
        var name = function.AssociatedSymbol?.Name ?? function.Name;
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
