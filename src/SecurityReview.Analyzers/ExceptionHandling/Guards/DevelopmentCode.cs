using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Guards;

/// <summary>Methods that only development runs: the host calls them by their name, or every call stands under a development guard.</summary>
internal sealed class DevelopmentCode(KnownTypes types)
{
    private const int MaximumDepth = 3;
    private const int MaximumCalls = 20;

    private readonly ProductionReach _reach = ProductionReach.Of(types);

    public bool Contains(IMethodSymbol method, CancellationToken cancellation) => Contains(method, MaximumDepth, cancellation);

    private bool Contains(IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        if (IsNamedSo(method.Name) || IsNamedSo(method.ContainingType?.Name ?? ""))
            return true;
        if (depth == 0 || method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction) || method.IsOverride || method.Name is "Main" or "Configure" or "ConfigureServices")
            return false;
        var calls = CallsOf(method, cancellation).Take(MaximumCalls + 1).ToList();
        return calls.Count is > 0 and <= MaximumCalls &&
            calls.All(call => !_reach.Reaches(call, cancellation) || (CallerOf(call) is { } caller && !Same(caller, method) && Contains(caller, depth - 1, cancellation)));
    }

    private IEnumerable<IInvocationOperation> CallsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        foreach (var token in NameIndex.Of(types.Compilation).IdentifiersOf(method.Name, cancellation))
        {
            var called = token.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name ? access : token.Parent;
            if (called is not ExpressionSyntax || called.Parent is not InvocationExpressionSyntax invocation || invocation.Expression != called)
                continue;
            if (ForeignModels.Of(types.Compilation, invocation.SyntaxTree).GetOperation(invocation, cancellation) is IInvocationOperation call && Same(call.TargetMethod, method))
                yield return call;
        }
    }

    private static IMethodSymbol? CallerOf(IInvocationOperation call) =>
        call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } caller ? caller : null;

    private static bool Same(IMethodSymbol left, IMethodSymbol right) =>
        SymbolEqualityComparer.Default.Equals((left.ReducedFrom ?? left).OriginalDefinition, (right.ReducedFrom ?? right).OriginalDefinition);

    /// <summary><c>ConfigureDevelopment</c>, <c>StartupDevelopment</c>: the host picks them by the environment's name.</summary>
    private static bool IsNamedSo(string name) => NameWords.Of(name).Any(static word => word is "Development" or "Dev");
}
