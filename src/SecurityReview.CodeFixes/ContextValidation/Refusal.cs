using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Vocabulary;
using SecurityReview.CodeFixes.ExceptionHandling;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// How a function refuses whoever failed a check: false where it decides itself, the state of the request in filters and middleware, a result
/// or an exception elsewhere.
/// </summary>
internal static class Refusal
{
    private const string Refused = "Access is denied.";
    private const string Absent = "There is no such object.";

    /// <summary>The statements that refuse and leave; empty where it is not certain how.</summary>
    /// <param name="function">The function that refuses.</param>
    /// <param name="check">The check that failed.</param>
    public static ImmutableArray<StatementSyntax> In(EnclosingFunction function, IMethodSymbol check, RepairContext context)
    {
        if (check.Name.StartsWith("TryValidate", StringComparison.Ordinal))
            return InvalidInput(function, context) is { } invalid ? ImmutableArray.Create(invalid) : ImmutableArray<StatementSyntax>.Empty;
        if (function is { Symbol: { } symbol, ReturnedType.SpecialType: SpecialType.System_Boolean })
        {
            return DecisionMethods.Contains(symbol)
                ? ImmutableArray.Create(Return(RefusingValue.Literal(DecisionMethods.RefusesWhenTrue(symbol))))
                : ImmutableArray<StatementSyntax>.Empty;
        }

        if (RefusedRequest.In(function, context) is { IsEmpty: false } request)
            return request;
        return Denial.At(context.Node, context, Refused, Absent, FailedCheck.AnswerTo(check)) is { } denial ? ImmutableArray.Create(denial.Statement) : ImmutableArray<StatementSyntax>.Empty;
    }

    /// <summary><c>return ValidationProblem(ModelState);</c> of a controller, <c>return Page();</c> of a page.</summary>
    private static StatementSyntax? InvalidInput(EnclosingFunction function, RepairContext context)
    {
        if (function is not { Symbol: { } symbol, SeesInstance: true, ReturnedType: { } returned } ||
            !returned.SelfAndBaseTypes().Concat(returned.AllInterfaces).Any(static type => type.Name is "IActionResult" or "ActionResult" or "IConvertToActionResult"))
        {
            return null;
        }

        var types = symbol.ContainingType.SelfAndBaseTypes().Select(static type => type.Name).ToList();
        if (types.Contains("ControllerBase"))
            return Return(SyntaxFactory.ParseExpression("ValidationProblem(ModelState)"));
        return types.Contains("PageModel") ? Return(SyntaxFactory.ParseExpression("Page()")) : null;
    }

    private static StatementSyntax Return(ExpressionSyntax value) => SyntaxFactory.ReturnStatement(value.WithLeadingTrivia(SyntaxFactory.Space));
}
