using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;

/// <summary>Whether code runs for callers who are signed in: it is an endpoint that requires it, or only such endpoints lead to it. One per compilation.</summary>
internal sealed class AuthenticatedCode
{
    private const int MaximumDepth = 4;
    private const int MaximumReferences = 40;

    /// <summary>What the framework runs for views and decisions, where an endpoint was chosen before.</summary>
    private static readonly string[] s_withinRequest = ["ComponentBase", "ViewComponent", "TagHelper", "AuthorizationHandler", "IAuthorizationHandler", "IClaimsTransformation", "RazorPageBase", "AuthenticationHandler"];

    private readonly KnownTypes _types;
    private readonly EntryPoints _endpoints;
    private readonly EndpointAuthorization _authorization;

    private AuthenticatedCode(KnownTypes types)
    {
        _types = types;
        _endpoints = EntryPoints.Of(types);
        _authorization = EndpointAuthorization.Of(types);
    }

    public static AuthenticatedCode Of(KnownTypes types) => types.Fact(static key => new AuthenticatedCode(key));

    /// <summary>Whether an operation runs for such callers only. What is decided outside of this compilation is taken to be so.</summary>
    public bool Contains(IOperation operation, ISymbol member, CancellationToken cancellation)
    {
        for (var function = FunctionBody.Of(operation); ; function = FunctionBody.Of(function.Parent))
        {
            if (FunctionBody.SymbolOf(function, member) is { } symbol && _endpoints.KindOf(symbol) is not null)
                return IsProtected(symbol);
            if (function.Parent is null)
                return Contains(member, MaximumDepth, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellation) == true;
        }
    }

    private bool IsProtected(IMethodSymbol endpoint) => _authorization.For(endpoint) is { IsAuthenticated: true } or { Kind: AuthorizationKind.Unknown };

    /// <summary>Whether all endpoints that lead to a member require it; null where none is found.</summary>
    private bool? Contains(ISymbol member, int depth, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        if (member.ContainingType is { } type && type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(static current => s_withinRequest.Contains(current.Name)))
            return true;
        var target = member is IMethodSymbol { AssociatedSymbol: { } associated } ? associated : member;
        if (target is IMethodSymbol method && _endpoints.KindOf(method) is not null)
            return IsProtected(method);
        if (depth == 0 || !seen.Add(target))
            return null;
        bool? verdict = null;
        foreach (var user in UsersOf(target, cancellation))
        {
            var one = Contains(user, depth - 1, seen, cancellation);
            if (one == false)
                return false;
            verdict ??= one;
        }

        return verdict;
    }

    /// <summary>The members whose code names a member, also through what it overrides or implements; for a constructor, what uses its type's members is not followed.</summary>
    private IEnumerable<ISymbol> UsersOf(ISymbol target, CancellationToken cancellation)
    {
        var declarations = DeclarationsOf(target);
        var users = new List<ISymbol>();
        foreach (var token in NameIndex.Of(_types.Compilation).IdentifiersOf(target.Name, cancellation).Take(MaximumReferences))
        {
            if (token.Parent is not SimpleNameSyntax name)
                continue;
            var model = ForeignModels.Of(_types.Compilation, name.SyntaxTree);
            var named = model.GetSymbolInfo(name, cancellation).Symbol;
            var definition = (named is IMethodSymbol method ? method.ReducedFrom ?? method : named)?.OriginalDefinition;
            if (definition is null || !declarations.Contains(definition) || model.GetEnclosingSymbol(name.SpanStart, cancellation) is not { } inside)
                continue;
            // A lambda that is mapped is an endpoint of its own.
            users.Add(inside.MemberAround(function => _endpoints.KindOf(function) is not null));
        }

        return users;
    }

    private static HashSet<ISymbol> DeclarationsOf(ISymbol target)
    {
        var declarations = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { target.OriginalDefinition };
        if (target is IMethodSymbol method)
            declarations.UnionWith(method.SelfAndDeclarations());
        else if (target is IPropertySymbol && target.ContainingType is { TypeKind: not TypeKind.Interface } type)
        {
            declarations.UnionWith(type.AllInterfaces.SelectMany(item => item.GetMembers(target.Name)).Where(declared => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), target)).Select(static declared => declared.OriginalDefinition));
        }

        return declarations;
    }
}
