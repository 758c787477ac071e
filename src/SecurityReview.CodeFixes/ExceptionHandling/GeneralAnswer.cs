using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Puts a general text, or nothing, in the place of one expression that brings detail into a response.</summary>
internal static class GeneralAnswer
{
    /// <summary>What every client may read.</summary>
    public const string Text = "An error occurred while processing the request.";

    private static readonly string[] s_detailNames = ["stack", "trace", "inner", "data", "source", "targetsite", "debug"];

    /// <summary>The edit; null where no value is certain to fit.</summary>
    public static Action<SyntaxEditor>? For(ExpressionSyntax place, RepairContext context)
    {
        if (IsPartOfAddress(place, context))
            return null;
        if (place.Parent is AnonymousObjectMemberDeclaratorSyntax member)
            return ForMember(member, place);
        var type = context.Model.GetTypeInfo(place, context.CancellationToken);
        if (type.Type?.SpecialType == SpecialType.System_String)
            return ReplaceWith(place, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(LeadOf(place, context) ?? Text)));
        if (type.Type is null || IsDeclaredHere(type.Type, context))
            return null;
        if (type.ConvertedType is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } || IsInferredArgument(place, context))
            return ReplaceWith(place, Literal());
        return TargetOf(place, context) is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated }
            ? ReplaceWith(place, SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression))
            : null;
    }

    /// <summary>The declared type of what the value is assigned or passed to, with its nullability; null elsewhere.</summary>
    private static ITypeSymbol? TargetOf(ExpressionSyntax place, RepairContext context) => place.Parent switch
    {
        AssignmentExpressionSyntax assignment => context.Model.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        },
        ArgumentSyntax argument => (context.Model.GetOperation(argument, context.CancellationToken) as IArgumentOperation)?.Parameter?.Type,
        _ => null,
    };

    private static LiteralExpressionSyntax Literal() => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(Text));

    private static Action<SyntaxEditor> ReplaceWith(ExpressionSyntax place, ExpressionSyntax replacement)
    {
        var whole = place.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed ? suppressed : place;
        // What the author says where there is no detail is said always.
        if (whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: LiteralExpressionSyntax otherwise } coalesce && coalesce.Left == whole)
            (whole, replacement) = (coalesce, otherwise);
        return editor => editor.ReplaceNode(whole, (current, _) => replacement.WithTriviaFrom(current));
    }

    /// <summary>A member that says by its name that it is nothing but detail goes, as long as another one stays.</summary>
    private static Action<SyntaxEditor> ForMember(AnonymousObjectMemberDeclaratorSyntax member, ExpressionSyntax place)
    {
        var creation = (AnonymousObjectCreationExpressionSyntax)member.Parent!;
        var name = member.NameEquals?.Name.Identifier.ValueText ?? NameOf(place);
        var isDetail = s_detailNames.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
        if (isDetail && creation.Initializers.IndexOf(member) > 0 && !member.HasCommentOrDirective())
            return editor => editor.RemoveNode(member, SyntaxRemoveOptions.KeepTrailingTrivia);
        if (member.NameEquals is not null)
            return ReplaceWith(place, Literal());
        var named = SyntaxFactory.AnonymousObjectMemberDeclarator(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("error")).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.Space), Literal());
        return editor => editor.ReplaceNode(member, (current, _) => named.WithTriviaFrom(current));
    }

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax access => access.WhenNotNull.DescendantTokens().LastOrDefault(token => token.IsKind(SyntaxKind.IdentifierToken)).ValueText,
        _ => "",
    };

    /// <summary>The words of the author before the detail, where they make a sentence: <c>$"The report could not be made: {ex}"</c>.</summary>
    private static string? LeadOf(ExpressionSyntax text, RepairContext context)
    {
        var lead = text switch
        {
            InterpolatedStringExpressionSyntax { Contents.Count: 2 } whole when whole.Contents[1] is InterpolationSyntax =>
                (whole.Contents[0] as InterpolatedStringTextSyntax)?.TextToken.ValueText,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
                context.Model.GetConstantValue(sum.Left, context.CancellationToken) is { HasValue: true, Value: string words } ? words : null,
            _ => null,
        };
        lead = lead?.Trim().TrimEnd(':', '-', '–', ',', ';', '(', '.', ' ');
        return lead is not null && lead.Split(' ').Length >= 2 && lead.All(letter => letter is not ('<' or '{' or '/' or '\\' or '\n')) ? lead + "." : null;
    }

    private static bool IsDeclaredHere(ITypeSymbol type, RepairContext context) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Model.Compilation.Assembly) &&
        !type.IsOrInherits(context.Model.Compilation.GetTypeByMetadataName("System.Exception"));

    /// <summary>An address with a sentence in it leads nowhere.</summary>
    private static bool IsPartOfAddress(ExpressionSyntax place, RepairContext context) =>
        place.AncestorsAndSelf().OfType<ArgumentSyntax>().Any(argument =>
            context.Model.GetOperation(argument, context.CancellationToken) is IArgumentOperation { Parameter.Name: "url" or "localUrl" or "location" });

    /// <summary>Whether the method's type argument is inferred from the value: any value fits.</summary>
    private static bool IsInferredArgument(ExpressionSyntax place, RepairContext context) =>
        place.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } } argument &&
        !called.DescendantNodesAndSelf().Any(node => node is GenericNameSyntax) &&
        context.Model.GetOperation(argument, context.CancellationToken) is IArgumentOperation { Parameter.OriginalDefinition.Type: ITypeParameterSymbol type } &&
        type.TypeParameterKind == TypeParameterKind.Method;
}
