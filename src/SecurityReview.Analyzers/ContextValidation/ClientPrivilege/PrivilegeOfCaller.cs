using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.ContextValidation.ClientPrivilege;

/// <summary>Whether whoever hands out a privilege has one: by the endpoint's authorization, or by a test on the way.</summary>
internal sealed class PrivilegeOfCaller(KnownTypes types)
{
    private readonly EntryPoints _endpoints = EntryPoints.Of(types);
    private readonly EndpointAuthorization _authorization = EndpointAuthorization.Of(types);

    /// <param name="place">Where the privilege is handed out.</param>
    /// <param name="member">The member around it.</param>
    /// <param name="source">Where the client's value comes in.</param>
    public bool IsDemanded(IOperation place, ISymbol member, Location source, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (PrivilegedScope.Contains(member, vocabulary) || PrivilegedScope.Contains(FunctionBody.Of(place), vocabulary) || IsTestedIn(FunctionAround(place), place, vocabulary))
            return true;
        return EndpointAt(source, cancellation) is { } endpoint && (IsProtected(endpoint, vocabulary) || IsTestedIn(endpoint, vocabulary, cancellation));
    }

    private bool IsProtected(IMethodSymbol endpoint, OwnershipVocabulary vocabulary)
    {
        if (PrivilegedScope.Contains(endpoint, vocabulary))
            return true;
        if (_endpoints.KindOf(endpoint) is null)
            return false;
        var applied = _authorization.For(endpoint);
        // What is named after administrators and mapped elsewhere is likely to be protected there.
        return applied.IsPrivileged(vocabulary.PrivilegedRoles) || applied.HasOwnCheck || (applied.Kind == AuthorizationKind.Unknown && NameWords.Of(endpoint.ContainingType?.Name ?? "").Contains("Admin"));
    }

    private bool IsTestedIn(IMethodSymbol endpoint, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        BodyDeclarations.Of(endpoint, cancellation) is { } syntax && ForeignModels.Of(types.Compilation, syntax.SyntaxTree).GetOperation(syntax, cancellation) is { } body && IsTestedIn(body, null, vocabulary);

    /// <summary>The handler of a route that a place is in, or the whole body: what stands beside a handler says nothing of its caller.</summary>
    private IOperation FunctionAround(IOperation place)
    {
        for (var current = place; current.Parent is { } parent; current = parent)
        {
            var function = current switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null && _endpoints.KindOf(function) is not null)
                return current;
        }

        return place.Root();
    }

    private static bool IsTestedIn(IOperation body, IOperation? before, OwnershipVocabulary vocabulary) =>
        body.DescendantsAndSelf().Any(operation => (before is null || operation.Syntax.SpanStart < before.Syntax.Span.End) && CallerTests.Contain(operation, vocabulary));

    /// <summary>The method or lambda whose parameter the source is, or in which it is read.</summary>
    private IMethodSymbol? EndpointAt(Location source, CancellationToken cancellation)
    {
        if (source.SourceTree is not { } tree || !types.Compilation.ContainsSyntaxTree(tree))
            return null;
        var model = ForeignModels.Of(types.Compilation, tree);
        for (var node = tree.GetRoot(cancellation).FindNode(source.SourceSpan); node is not null; node = node.Parent)
        {
            var symbol = node switch
            {
                AnonymousFunctionExpressionSyntax => model.GetSymbolInfo(node, cancellation).Symbol,
                BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(node, cancellation),
                _ => null,
            };
            if (symbol is IMethodSymbol method)
                return method;
        }

        return null;
    }
}
