using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;

/// <summary>
/// Members of contexts that the program knows to be missing at times. Annotations say so; where there are none, any text might be missing, so a place
/// that refuses without it has to be seen: one method checks, its twin does not.
/// </summary>
internal sealed class KnownGaps(KnownTypes types)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool MayBeMissing(ContextUse use, CancellationToken cancellation)
    {
        var member = use.Read.Member;
        var (type, annotation) = member is IPropertySymbol property ? (property.Type, property.NullableAnnotation) : (((IFieldSymbol)member).Type, ((IFieldSymbol)member).NullableAnnotation);
        if (type.IsValueType || annotation != NullableAnnotation.None || use.Read.Instance is IConditionalAccessInstanceOperation)
            return true;
        return _known.TryGetValue(member, out var known) ? known : _known.GetOrAdd(member, IsAskedFor(member, cancellation));
    }

    private bool IsAskedFor(ISymbol member, CancellationToken cancellation)
    {
        foreach (var token in NameIndex.Of(types.Compilation).IdentifiersOf(member.Name, cancellation))
        {
            if (token.Parent is IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name && IsAsked(access) &&
                SymbolEqualityComparer.Default.Equals(ForeignModels.Of(types.Compilation, name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol, member))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a place refuses, or leaves, if the value is missing: filling it in says that it is there afterwards.</summary>
    private static bool IsAsked(ExpressionSyntax value)
    {
        if (value.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce)
            return coalesce.Left == value && coalesce.Right is ThrowExpressionSyntax;
        if (value.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } && called.ToString().Contains("ThrowIf"))
            return true;
        return value.FirstAncestorOrSelf<IfStatementSyntax>() is { } @if && @if.Condition.Span.Contains(value.Span) && IsPresence(value) &&
            (@if.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : @if.Statement) is ThrowStatementSyntax or ReturnStatementSyntax;
    }

    private static bool IsPresence(ExpressionSyntax value) => value.Parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison => comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
        IsPatternExpressionSyntax => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } } => true,
        _ => false,
    };
}
