using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>
/// Fields and properties that hold nothing but constants for good: read-only or not, the compilation assigns nothing else. One per compilation; a
/// member is judged when first asked for.
/// </summary>
internal sealed class ConstantMembers
{
    /// <summary>How many assignments are looked at.</summary>
    private const int MaxWrites = 8;

    private readonly Compilation _compilation;
    private readonly NameIndex _names;
    private readonly ConcurrentDictionary<ISymbol, ConstantLattice> _known = new(SymbolEqualityComparer.Default);

    private ConstantMembers(KnownTypes types)
    {
        _compilation = types.Compilation;
        _names = NameIndex.Of(_compilation);
    }

    public static ConstantMembers Of(KnownTypes types) => types.Fact(static key => new ConstantMembers(key));

    /// <summary>The constant that a member of this compilation always holds, or the few that it may hold; varying where it does not.</summary>
    public ConstantLattice Of(ISymbol member, CancellationToken cancellation)
    {
        var definition = member.OriginalDefinition;
        if (!definition.HasSource() || !IsCandidate(definition))
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
        var writes = 0;
        foreach (var identifier in value.HasValues ? _names.IdentifiersOf(member, member.Name, cancellation) : [])
        {
            if (!IsWritten(identifier, out var written))
                continue;
            value = written is not null && ++writes <= MaxWrites ? value.Join(Constant(written, member, cancellation)) : ConstantLattice.Varying;
            if (!value.HasValues)
                break;
        }

        return value.HasValues ? value : ConstantLattice.Varying;
    }

    /// <summary>The constant that an expression is, as the member holds it; varying where it is none. Only what can be one is bound.</summary>
    private ConstantLattice Constant(ExpressionSyntax expression, ISymbol member, CancellationToken cancellation)
    {
        if (expression is not (LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or PrefixUnaryExpressionSyntax or BinaryExpressionSyntax or DefaultExpressionSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax or InvocationExpressionSyntax))
            return ConstantLattice.Varying;
        return ForeignModels.Of(_compilation, expression.SyntaxTree).GetConstantValue(expression, cancellation) is { HasValue: true } constant && Converted(constant.Value, member) is { } held
            ? held
            : ConstantLattice.Varying;
    }

    /// <summary>A number is written as a number of any type, and kept as one of the member's.</summary>
    private static ConstantLattice? Converted(object? constant, ISymbol member)
    {
        var type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        var code = (type as INamedTypeSymbol)?.EnumUnderlyingType?.SpecialType ?? type.SpecialType;
        if (constant is null or string or bool or char && code is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char)
            return ConstantLattice.Of(constant);
        // The whole numbers stand in the same order in both.
        var number = code switch
        {
            SpecialType.System_Single => TypeCode.Single,
            SpecialType.System_Double => TypeCode.Double,
            _ => TypeCode.SByte + (code - SpecialType.System_SByte),
        };
        try
        {
            return constant is not null && (code is (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) or SpecialType.System_Single or SpecialType.System_Double)
                ? ConstantLattice.Of(System.Convert.ChangeType(constant, number, CultureInfo.InvariantCulture))
                : null;
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException or FormatException)
        {
            // Half-typed code assigns what does not fit.
            return null;
        }
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
                initial = initial.Join(Constant(expression, member, cancellation));
            else
                initial = initial.Join(member is IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean } ? ConstantLattice.Of(false)
                    : member is IFieldSymbol { IsStatic: true, Type.SpecialType: SpecialType.System_Int32 } ? ConstantLattice.Of(0) : ConstantLattice.Varying);
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

    /// <summary>Whether a name stands where its member is written: by name, so that nothing is bound for it.</summary>
    /// <param name="written">What is assigned; null where something else happens to it.</param>
    private static bool IsWritten(SyntaxToken identifier, out ExpressionSyntax? written)
    {
        written = null;
        if (identifier.Parent is not SimpleNameSyntax name)
            return false;
        SyntaxNode expression = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding : name;
        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            expression = expression.Parent;
        if (expression.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } simple && simple.Left == expression)
            written = simple.Right;
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
