using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>The members near which an ambiguous word is about security: sinks of the models, and what the framework has for it.</summary>
internal sealed class SecurityApis(ModelSet models)
{
    private static readonly string[][] s_namespaces = new[]
    {
        "System.Security.Cryptography",
        "System.Security.Claims",
        "System.Security.Principal",
        "System.IdentityModel.Tokens",
        "Microsoft.IdentityModel.Tokens",
        "Microsoft.AspNetCore.Authorization",
        "Microsoft.AspNetCore.Authentication",
        "Microsoft.AspNetCore.Antiforgery",
        "Microsoft.AspNetCore.DataProtection",
        "Microsoft.AspNetCore.Identity",
    }.Select(name => name.Split('.')).ToArray();

    private readonly ConcurrentDictionary<INamespaceSymbol, bool> _isSecurity = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a function calls, creates or assigns one of them.</summary>
    public bool AreCalledIn(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var node in function.DescendantNodes())
        {
            cancellation.ThrowIfCancellationRequested();
            var used = node switch
            {
                InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax => node,
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax or IdentifierNameSyntax } assignment when MayBeSink(assignment.Left) => assignment.Left,
                _ => null,
            };
            if (used is not null && model.GetSymbolInfo(used, cancellation).Symbol is { } symbol && IsOne(symbol))
                return true;
        }

        return false;
    }

    private bool IsOne(ISymbol symbol)
    {
        if (symbol.ContainingNamespace is { IsGlobalNamespace: false } declaring && _isSecurity.GetOrAdd(declaring, IsSecurity))
            return true;
        var member = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        return MayBeSink(ModelSymbol.NameOf(member)) && models.RowsOf(member).Any(row => row.Role == ModelRole.Sink && !SinkKindNames.IsLog(row.Kind));
    }

    private bool MayBeSink(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => MayBeSink(access.Name.Identifier.ValueText),
        IdentifierNameSyntax name => MayBeSink(name.Identifier.ValueText),
        _ => false,
    };

    private bool MayBeSink(string name) => SinkKindNames.All.Any(kind => !SinkKindNames.IsLog(kind) && models.MayMatch(name, ModelRole.Sink, kind));

    private static bool IsSecurity(INamespaceSymbol declaring)
    {
        for (var current = declaring; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (s_namespaces.Any(parts => current.IsNamed(parts)))
                return true;
        }

        return false;
    }
}
