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
        if (PrivilegedScope.Contains(member, vocabulary) || PrivilegedScope.Contains(FunctionBody.Of(place), vocabulary) || IsTestedIn(place.Root(), place, vocabulary))
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

    /// <summary>Whether the caller's own privilege is asked for, before a place or anywhere.</summary>
    private static bool IsTestedIn(IOperation body, IOperation? before, OwnershipVocabulary vocabulary) =>
        body.DescendantsAndSelf().Any(operation => (before is null || operation.Syntax.SpanStart < before.Syntax.Span.End) && operation switch
        {
            IInvocationOperation call => PrivilegeNames.IsDecision(PlainName.OfRead(call.TargetMethod.Name)) || PrivilegeNames.IsDemand(PlainName.Of(call.TargetMethod.Name)) || call.TargetMethod.Name is "IsInRole" or "IsInRoleAsync" or "HasClaim" or "AuthorizeAsync" or "GetRolesAsync",
            IMemberReferenceOperation { Member.Name: var name, Instance: { } instance } => PrivilegeNames.IsDecision(PlainName.Of(name)) && !IsTransferred(instance.Type) && (CallerIdentity.IsCaller(instance, vocabulary) || CallerIdentity.IsCallersRecord(instance)),
            _ => false,
        });

    /// <summary>A shape that a request fills may look like a context: what a record of the request says of its sender is the claim itself.</summary>
    private static bool IsTransferred(ITypeSymbol? type) => type is not null && !ContextTypes.IsNamedAfterCaller(type) && !CallerIdentity.IsPrincipal(type);

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
