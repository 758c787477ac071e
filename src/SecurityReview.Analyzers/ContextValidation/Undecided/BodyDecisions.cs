using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Endpoints.Data;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.Undecided;

/// <summary>
/// Endpoints whose own code decides who may go on: it answers with 401 or 403, calls something that decides or demands, or hands on a request that carries an attribute of its own,
/// in itself or in the code that it calls.
/// </summary>
internal sealed class BodyDecisions(KnownTypes types)
{
    private const int MaximumDepth = 2;
    private const int MaximumBodies = 40;

    public bool MadeIn(IMethodSymbol endpoint, CancellationToken cancellation) =>
        endpoint.Parameters.Any(static parameter => Carries(parameter.Type)) ||
        Decides(endpoint, MaximumDepth, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancellation);

    private bool Decides(IMethodSymbol function, int depth, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        if (seen.Count >= MaximumBodies || !seen.Add(function.OriginalDefinition) || !function.HasSource() || BodyDeclarations.Of(function, cancellation) is not { } code)
            return false;
        if (Denials.StandIn(code))
            return true;
        var model = ForeignModels.Of(types.Compilation, code.SyntaxTree);
        foreach (var node in code.DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case SimpleNameSyntax { Identifier.ValueText: "IsAuthenticated" }:
                case IdentifierNameSyntax name when depth > 0 && model.GetSymbolInfo(name, cancellation).Symbol is IPropertySymbol { GetMethod: { } getter } && Decides(getter, depth - 1, seen, cancellation):
                case InvocationExpressionSyntax call when IsDecision(call, model, depth, seen, cancellation):
                case BaseObjectCreationExpressionSyntax made when model.GetTypeInfo(made, cancellation).Type is { } type && Carries(type):
                    return true;
            }
        }

        return false;
    }

    private bool IsDecision(InvocationExpressionSyntax call, SemanticModel model, int depth, HashSet<ISymbol> seen, CancellationToken cancellation)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        var plain = PlainName.OfRead(name);
        if (PrivilegeNames.IsDecision(plain) || PrivilegeNames.IsDemand(plain))
            return true;
        if (depth == 0 || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return false;
        if (DecisionMethods.Contains(method))
            return true;
        var code = (method.ReducedFrom ?? method).OriginalDefinition;
        return code.IsAbstract && code.HasSource()
            ? Implementations.Of(code, types.Compilation, cancellation).Any(implementation => Decides(implementation, depth - 1, seen, cancellation))
            : Decides(code, depth - 1, seen, cancellation);
    }

    /// <summary>A request with an attribute that a pipeline of the program reads.</summary>
    private static bool Carries(ITypeSymbol type) =>
        type.HasSource() && type.GetAttributes().Any(static attribute => attribute.AttributeClass is { } own && AuthorizationWords.Speak(own.Name));
}
