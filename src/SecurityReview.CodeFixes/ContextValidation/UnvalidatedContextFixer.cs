using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;
using SecurityReview.Analyzers.Vocabulary;
using SecurityReview.CodeFixes.ExceptionHandling;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Checks the identity before its first use and refuses, or throws where one was taken for granted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnvalidatedContextFixer))]
public sealed class UnvalidatedContextFixer() : ReviewFixProvider(RuleIds.ContextNotValidated, Check, "Check who asks before it is used")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string Check = "context.check";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(ContextFacts.Kind, out var kind) ||
            context.Node.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } place)
        {
            return ImmutableArray<Repair>.Empty;
        }

        if (kind == ContextFacts.Assumed)
        {
            return AssumptionEdit.For(place, context) is { } demand
                ? ImmutableArray.Create(Repair.OfSyntax("Throw if there is no caller", Check, demand))
                : ImmutableArray<Repair>.Empty;
        }

        return Guard(place, kind == ContextFacts.Text, context) is { } guard
            ? ImmutableArray.Create(Repair.OfSyntax($"Refuse if '{place}' is missing", Check, guard))
            : ImmutableArray<Repair>.Empty;
    }

    private static Action<SyntaxEditor>? Guard(ExpressionSyntax place, bool isText, RepairContext context)
    {
        var statement = place.Ancestors().OfType<StatementSyntax>().FirstOrDefault(static node => node.Parent is BlockSyntax or SwitchSectionSyntax);
        var function = place.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        if (statement is null || function is null || !function.Span.Contains(statement.Span) || DenialIn(statement, context) is not { } denial)
            return null;
        var value = place.WithoutTrivia();
        ExpressionSyntax missing = isText
            ? SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression("string.IsNullOrEmpty"), SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value))))
            : SyntaxFactory.IsPatternExpression(
                value.WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.IsKeyword).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.ConstantPattern(SyntaxFactory.LiteralExpression(SyntaxKind.NullLiteralExpression)));
        var guard = SyntaxFactory.IfStatement(missing, SyntaxFactory.Block(denial)).WithAdditionalAnnotations(Formatter.Annotation);
        return editor => Statements.InsertBefore(editor, statement, Statements.SetOff(guard, before: statement));
    }

    private static StatementSyntax? DenialIn(StatementSyntax statement, RepairContext context)
    {
        if (EnclosingFunction.Of(statement, context.Model, context.CancellationToken) is { Symbol: { } symbol, ReturnedType.SpecialType: SpecialType.System_Boolean } && DecisionMethods.Contains(symbol))
            return SyntaxFactory.ReturnStatement(RefusingValue.Literal(DecisionMethods.RefusesWhenTrue(symbol)).WithLeadingTrivia(SyntaxFactory.Space));
        return Denial.At(statement, context, "It is not known who asks.", "There is no such object.")?.Statement;
    }
}
