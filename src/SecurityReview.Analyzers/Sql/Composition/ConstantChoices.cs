using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>
/// The texts that an expression can have, where all of them are constants: <c>desc ? "DESC" : "ASC"</c>, a switch over constants, a
/// readonly field or a local that is given nothing else.
/// </summary>
internal sealed class ConstantChoices(SemanticModel model, CancellationToken cancellation)
{
    private const int MaximalDepth = 8;
    private const int MaximalCount = 64;

    /// <summary>All possible texts; default where one is not constant.</summary>
    public ImmutableArray<string> Of(ExpressionSyntax expression)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        return Collect(expression, texts, MaximalDepth) && texts.Count > 0 ? texts.ToImmutable() : default;
    }

    private bool Collect(ExpressionSyntax expression, ImmutableArray<string>.Builder texts, int depth)
    {
        if (depth == 0 || texts.Count > MaximalCount)
            return false;
        cancellation.ThrowIfCancellationRequested();
        if (model.GetConstantValue(expression, cancellation) is { HasValue: true } constant)
        {
            texts.Add(Convert.ToString(constant.Value, CultureInfo.InvariantCulture) ?? "");
            return constant.Value is null or string or char;
        }

        return expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Collect(parenthesized.Expression, texts, depth - 1),
            ConditionalExpressionSyntax choice => Collect(choice.WhenTrue, texts, depth - 1) && Collect(choice.WhenFalse, texts, depth - 1),
            SwitchExpressionSyntax choice => choice.Arms.All(arm => arm.Expression is ThrowExpressionSyntax || Collect(arm.Expression, texts, depth - 1)),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => CollectSymbol(expression, texts, depth - 1),
            _ => false,
        };
    }

    private bool CollectSymbol(ExpressionSyntax expression, ImmutableArray<string>.Builder texts, int depth)
    {
        switch (model.GetSymbolInfo(expression, cancellation).Symbol)
        {
            case ILocalSymbol local:
                return LocalReferences.Initializer(local, model, cancellation) is { } initializer
                    && !LocalReferences.IsWritten(local, model, cancellation)
                    && Collect(initializer, texts, depth);
            case IFieldSymbol { IsReadOnly: true, IsStatic: true } field when field.Type.SpecialType == SpecialType.System_String:
                var declarator = field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as VariableDeclaratorSyntax;
                // Only fields of this file: the model of another tree is not at hand.
                return declarator?.Initializer?.Value is { } value && value.SyntaxTree == model.SyntaxTree
                    && field.ContainingType.StaticConstructors.All(constructor => constructor.IsImplicitlyDeclared)
                    && Collect(value, texts, depth);
            default:
                return false;
        }
    }
}
