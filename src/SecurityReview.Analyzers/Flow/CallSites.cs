using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Flow;

/// <summary>Where a function is called: all places of the compilation, also through what it overrides and implements.</summary>
internal static class CallSites
{
    private const int Maximum = 64;

    /// <summary>The calls, each with the member that makes it; empty where there are none, or one of the uses is no call.</summary>
    public static ImmutableArray<CallSite> Of(IMethodSymbol method, IOperation body, ISymbol member, Compilation compilation, CancellationToken cancellation) =>
        method.MethodKind == MethodKind.LocalFunction
            ? OfLocal(method, body, member)
            : OfMember(method, compilation, cancellation);

    private static ImmutableArray<CallSite> OfLocal(IMethodSymbol method, IOperation body, ISymbol member) =>
        body.Root().DescendantsAndSelf().OfType<IInvocationOperation>()
            .Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method.OriginalDefinition))
            .Select(call => new CallSite(call, member)).ToImmutableArray();

    private static ImmutableArray<CallSite> OfMember(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var declarations = method.SelfAndDeclarations().ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        var sites = ImmutableArray.CreateBuilder<CallSite>();
        foreach (var token in NameIndex.Of(compilation).IdentifiersOf(method.Name, cancellation))
        {
            if (token.Parent is not SimpleNameSyntax name)
                continue;
            var model = ForeignModels.Of(compilation, name.SyntaxTree);
            if (model.GetSymbolInfo(name, cancellation).Symbol is not IMethodSymbol called || !declarations.Contains((called.ReducedFrom ?? called).OriginalDefinition))
                continue;
            if (token.Call() is not { } syntax || model.GetOperation(syntax, cancellation) is not IInvocationOperation call || sites.Count == Maximum
                || model.GetEnclosingSymbol(syntax.SpanStart, cancellation) is not { } inside)
            {
                return ImmutableArray<CallSite>.Empty;
            }

            sites.Add(new CallSite(call, inside.MemberAround()));
        }

        return sites.ToImmutable();
    }
}
