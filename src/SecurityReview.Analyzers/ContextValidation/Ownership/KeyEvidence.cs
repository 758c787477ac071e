using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>
/// Whether a name that may be a plain reference (<c>ProjectId</c>) is an owner in this program: somewhere it is compared with the caller or filled from
/// it. One per compilation; each name is looked for once, when asked.
/// </summary>
internal sealed class KeyEvidence
{
    private const int MaximumPlaces = 200;

    private readonly KnownTypes _types;
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    private KeyEvidence(KnownTypes types) => _types = types;

    public static KeyEvidence Of(KnownTypes types) => types.Fact(static key => new KeyEvidence(key));

    public bool Exists(string name, OwnershipVocabulary vocabulary) => _names.GetOrAdd(name, key => Find(key, vocabulary));

    /// <summary>Whether queries of an entity give the caller's rows somewhere: then its rows are private.</summary>
    public bool ExistsInQuery(string name, ITypeSymbol entity, OwnershipVocabulary vocabulary) =>
        NameIndex.Of(_types.Compilation).IdentifiersOf(name, CancellationToken.None).Take(MaximumPlaces).Any(token =>
            token.Parent is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } && access.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not null
            && Comparison(access) is { } comparison && ForeignModels.Of(_types.Compilation, access.SyntaxTree).GetOperation(comparison) is IBinaryOperation binary
            && (IsRow(binary.LeftOperand, name, entity) ? IsCaller(binary.RightOperand, vocabulary) : IsRow(binary.RightOperand, name, entity) && IsCaller(binary.LeftOperand, vocabulary)));

    private static SyntaxNode? Comparison(ExpressionSyntax side) => side.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison ? comparison : null;

    private static bool IsRow(IOperation side, string name, ITypeSymbol entity) =>
        side.Unwrap() is IMemberReferenceOperation { Instance: IParameterReferenceOperation { Type: { } type }, Member: var member } && member.Name == name && SymbolEqualityComparer.Default.Equals(type, entity);

    private bool Find(string name, OwnershipVocabulary vocabulary) =>
        NameIndex.Of(_types.Compilation).IdentifiersOf(name, CancellationToken.None).Take(MaximumPlaces).Any(token => Shows(token, vocabulary));

    private bool Shows(SyntaxToken token, OwnershipVocabulary vocabulary)
    {
        if (token.Parent is not SimpleNameSyntax name)
            return false;
        SyntaxNode member = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        while (member.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax)
            member = member.Parent;
        if (member.Parent is not (BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression }))
            return false;
        return ForeignModels.Of(_types.Compilation, name.SyntaxTree).GetOperation(member.Parent) switch
        {
            IBinaryOperation comparison => IsKeyOf(comparison.LeftOperand, name.Identifier.ValueText, vocabulary) ? IsCaller(comparison.RightOperand, vocabulary)
                : IsKeyOf(comparison.RightOperand, name.Identifier.ValueText, vocabulary) && IsCaller(comparison.LeftOperand, vocabulary),
            ISimpleAssignmentOperation assignment => IsKeyOf(assignment.Target, name.Identifier.ValueText, vocabulary) && IsCaller(assignment.Value, vocabulary),
            _ => false,
        };
    }

    /// <summary>The member of an object, not that of the caller itself.</summary>
    private static bool IsKeyOf(IOperation side, string name, OwnershipVocabulary vocabulary) =>
        side.Unwrap() is IMemberReferenceOperation { Instance: { } instance, Member: var member } && member.Name == name && !CallerIdentity.IsCaller(instance, vocabulary);

    private static bool IsCaller(IOperation side, OwnershipVocabulary vocabulary) => CallerIdentity.Read(side, vocabulary) is not null;
}
