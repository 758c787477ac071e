using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.ContextValidation.TakenOwner;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>How a function denies: with a result where it answers with one, else with an exception.</summary>
internal sealed class Denial
{
    private readonly ExpressionSyntax? _result;
    private readonly ExpressionSyntax _exception;

    private Denial(ExpressionSyntax? result, ExpressionSyntax exception)
    {
        _result = result;
        _exception = exception;
    }

    /// <summary>The denial as a statement.</summary>
    public StatementSyntax Statement => (_result is null ? SyntaxFactory.ThrowStatement(_exception) : (StatementSyntax)SyntaxFactory.ReturnStatement(_result))
        .NormalizeWhitespace().WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The denial where only an expression can stand.</summary>
    public ExpressionSyntax Expression => SyntaxFactory.ThrowExpression(_exception).NormalizeWhitespace();

    /// <summary>The denial under a condition.</summary>
    public StatementSyntax Unless(ExpressionSyntax denied) =>
        SyntaxFactory.IfStatement(denied, SyntaxFactory.Block(Statement)).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The denial for the function around a place; null where the framework lacks the exception.</summary>
    public static Denial? At(SyntaxNode place, RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        return properties.TryGetValue(MismatchFacts.Refusal, out var refusal) && refusal is not null && properties.TryGetValue(MismatchFacts.Absence, out var absence) && absence is not null
            ? At(place, context, refusal, absence)
            : null;
    }

    /// <param name="refusal">Words for an exception that refuses.</param>
    /// <param name="absence">Words for one that says that there is nothing.</param>
    /// <param name="answer">The result that refuses, where another one than <c>Forbid</c>.</param>
    public static Denial? At(SyntaxNode place, RepairContext context, string refusal, string absence, string answer = "Forbid")
    {
        var choice = context.Options.Get(ReviewOptions.DenyResult);
        var isAbsence = choice == DenyResult.NotFound;
        var words = isAbsence ? absence : refusal;
        var type = context.Model.Compilation.GetTypeByMetadataName(isAbsence ? "System.Collections.Generic.KeyNotFoundException" : "System.UnauthorizedAccessException");
        if (type is null)
            return null;
        var generator = SyntaxGenerator.GetGenerator(context.Document);
        var exception = (ExpressionSyntax)generator.ObjectCreationExpression(TypeName(generator, type), generator.LiteralExpression(words));
        return new Denial(choice == DenyResult.Throw ? null : ResultAt(place, isAbsence ? "NotFound" : answer, generator, context), exception);
    }

    /// <summary><c>Forbid()</c> in a controller or page, <c>Results.Forbid()</c> where the function returns such a result.</summary>
    private static ExpressionSyntax? ResultAt(SyntaxNode place, string name, SyntaxGenerator generator, RepairContext context)
    {
        if (EnclosingFunction.Of(place, context.Model, context.CancellationToken) is not { IsIterator: false, ReturnedType: INamedTypeSymbol returned } function)
            return null;
        var compilation = context.Model.Compilation;
        if (SymbolEqualityComparer.Default.Equals(returned, compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.IResult")))
        {
            return compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.Results") is { } results
                ? (ExpressionSyntax)generator.InvocationExpression(generator.MemberAccessExpression(TypeName(generator, results), name))
                : null;
        }

        var isActionResult = returned.IsOrInherits(compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.IActionResult")) &&
            (returned.TypeKind == TypeKind.Interface || returned.Name == "ActionResult");
        var isGeneric = returned.IsOrInherits(compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ActionResult`1"));
        var answers = function.Symbol!.ContainingType.SelfAndBaseTypes().Any(current => current.Name is "ControllerBase" or "PageModel");
        return (isActionResult || isGeneric) && answers && function.SeesInstance
            ? SyntaxFactory.InvocationExpression(SyntaxFactory.IdentifierName(name))
            : null;
    }

    private static SyntaxNode TypeName(SyntaxGenerator generator, INamedTypeSymbol type) =>
        generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
