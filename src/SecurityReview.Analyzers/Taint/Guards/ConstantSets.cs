using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Guards;

/// <summary>Collections and patterns that are written down as constants and that nothing changes later.</summary>
internal static class ConstantSets
{
    /// <summary>Whether a collection holds constants only.</summary>
    public static bool IsConstant(IOperation collection, AbstractState state, KnownTypes types)
    {
        switch (collection.Unwrap())
        {
            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return Initializer(field) is { } initializer && IsMadeOfConstants(initializer, types);
            case IPropertyReferenceOperation { Property: { IsReadOnly: true } property }:
                return Initializer(property) is { } value && IsMadeOfConstants(value, types);
            case ILocalReferenceOperation local:
                return IsConstantLocal(local.Local, state, types);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return state[parameter] is { } passed && state.ConstantsIn(passed).IsConstant;
            case IArrayCreationOperation { Initializer: { } elements }:
                return elements.ElementValues.All(element => element.Unwrap().ConstantValue.HasValue);
            case { Syntax: ExpressionSyntax expression }:
                return IsMadeOfConstants(expression, types);
            default:
                return false;
        }
    }

    /// <summary>The pattern that a regular expression in a read-only field or property was made with; null if it is not plain to see.</summary>
    public static string? PatternOf(IOperation regex)
    {
        ISymbol? holder = regex.Unwrap() switch
        {
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field,
            IPropertyReferenceOperation { Property.IsReadOnly: true } property => property.Property,
            _ => null,
        };
        var creation = holder is null ? null : Initializer(holder) as BaseObjectCreationExpressionSyntax;
        return creation?.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? literal.Token.ValueText
            : null;
    }

    private static bool IsConstantLocal(ILocalSymbol local, AbstractState state, KnownTypes types)
    {
        if (state[local] is { Objects.Length: 1 } value)
        {
            if (state.SlotsOf(value.Objects[0]).Any(static slot => slot.Key.IsElement && slot.Value.IsTainted))
                return false;
            if (state.ConstantsIn(value).IsConstant)
                return true;
        }

        return local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initializer } && IsMadeOfConstants(initializer, types);
    }

    private static ExpressionSyntax? Initializer(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
        _ => null,
    };

    /// <summary>
    /// Whether a creation names nothing but literals and constants. Other names may only be the created type, a comparer or a factory:
    /// members and calls, never a variable or a text that is no constant.
    /// </summary>
    private static bool IsMadeOfConstants(ExpressionSyntax expression, KnownTypes types)
    {
        var hasConstant = false;
        SemanticModel? model = null;
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            if (node is LiteralExpressionSyntax)
                hasConstant = true;
            if (node is not ExpressionSyntax name || !(node is IdentifierNameSyntax bare ? IsBareValue(bare) : IsElement(node)))
                continue;
            model ??= ForeignModels.Of(types.Compilation, expression.SyntaxTree);
            if (model.GetConstantValue(name).HasValue)
                hasConstant = true;
            else if (node is IdentifierNameSyntax || model.GetTypeInfo(name).Type?.SpecialType == SpecialType.System_String)
                return false;
        }

        return hasConstant;
    }

    /// <summary>A member that stands where an element or argument does: <c>Tables.Orders</c>.</summary>
    private static bool IsElement(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax { Parent: InitializerExpressionSyntax or ArgumentSyntax or ExpressionElementSyntax };

    private static bool IsBareValue(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax or TypeSyntax or ObjectCreationExpressionSyntax or TypeArgumentListSyntax or ArrayTypeSyntax => false,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => false,
        _ => true,
    };
}
