using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>
/// Fields and properties that hold one constant for good: read-only or not, the compilation assigns nothing else. One per compilation; a member
/// is judged when first asked for.
/// </summary>
internal sealed class ConstantMembers
{
    private readonly Compilation _compilation;
    private readonly NameIndex _names;
    private readonly ConcurrentDictionary<ISymbol, ConstantLattice> _known = new(SymbolEqualityComparer.Default);

    private ConstantMembers(KnownTypes types)
    {
        _compilation = types.Compilation;
        _names = new NameIndex(_compilation);
    }

    public static ConstantMembers Of(KnownTypes types) => types.Fact(static key => new ConstantMembers(key));

    /// <summary>The constant that a member of this compilation always holds; varying where it does not.</summary>
    public ConstantLattice Of(ISymbol member, CancellationToken cancellation)
    {
        var definition = member.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty || !IsCandidate(definition))
            return ConstantLattice.Varying;
        return _known.TryGetValue(definition, out var known) ? known : _known.GetOrAdd(definition, Judge(definition, cancellation));
    }

    private static bool IsCandidate(ISymbol member) => member switch
    {
        IFieldSymbol field => IsSimple(field.Type),
        // What can be set from outside may be set by a binder or serialiser that no code shows.
        IPropertySymbol { IsVirtual: false, IsAbstract: false, IsOverride: false, IsIndexer: false } property =>
            IsSimple(property.Type) && property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    private static bool IsSimple(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_String;

    private ConstantLattice Judge(ISymbol member, CancellationToken cancellation)
    {
        var value = Initial(member, cancellation);
        return value.IsKnown && !IsWritten(member, cancellation) ? value : ConstantLattice.Varying;
    }

    private ConstantLattice Initial(ISymbol member, CancellationToken cancellation)
    {
        var initial = ConstantLattice.Undefined;
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(cancellation);
            var expression = syntax switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression ?? ReturnedBy(property),
                _ => null,
            };
            if (expression is not null)
                initial = initial.Join(ForeignModels.Of(_compilation, syntax.SyntaxTree).GetConstantValue(expression, cancellation) is { HasValue: true } constant ? ConstantLattice.Of(constant.Value) : ConstantLattice.Varying);
            else
                initial = initial.Join(member is IFieldSymbol { Type: { SpecialType: SpecialType.System_Boolean } } ? ConstantLattice.Of(false) : ConstantLattice.Varying);
        }

        return initial;
    }

    /// <summary>What a getter returns that does nothing else.</summary>
    private static ExpressionSyntax? ReturnedBy(PropertyDeclarationSyntax property)
    {
        if (property.AccessorList is not { Accessors: { Count: 1 } accessors } || !accessors[0].IsKind(SyntaxKind.GetAccessorDeclaration))
            return null;
        return accessors[0].ExpressionBody?.Expression ?? (accessors[0].Body is { Statements: { Count: 1 } statements } && statements[0] is ReturnStatementSyntax { Expression: { } value } ? value : null);
    }

    /// <summary>Whether anything may write the member: by name, so that nothing is bound for it.</summary>
    private bool IsWritten(ISymbol member, CancellationToken cancellation) => _names.IdentifiersOf(member.Name, cancellation).Any(IsWritten);

    private static bool IsWritten(SyntaxToken identifier)
    {
        if (identifier.Parent is not SimpleNameSyntax name)
            return false;
        SyntaxNode expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            expression = expression.Parent;
        return expression.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == expression,
            PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
