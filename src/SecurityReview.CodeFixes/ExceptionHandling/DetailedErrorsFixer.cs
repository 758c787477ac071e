using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ExceptionHandling.DetailedErrors;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Lets details be shown in development only: a call that is a statement is put under the test, a switch is set to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DetailedErrorsFixer))]
public sealed class DetailedErrorsFixer() : ReviewFixProvider(RuleIds.DetailedErrors, OnlyInDevelopment, "Show details in development only")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string OnlyInDevelopment = "exception.only_in_development";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (context.Node.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return ImmutableArray<Repair>.Empty;
        if (context.Node.FirstAncestorOrSelf<ExpressionSyntax>() is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
            return WithoutSetting(literal, context);
        if (DevelopmentTest.At(statement, context) is not { } test)
            return ImmutableArray<Repair>.Empty;
        var isDevelopment = test.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        var edit = context.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is { } assignment
            ? editor => editor.ReplaceNode(assignment.Right, isDevelopment.WithTriviaFrom(assignment.Right))
            : OfCall(statement, isDevelopment, context);
        return edit is null ? ImmutableArray<Repair>.Empty : ImmutableArray.Create(Repair.OfSyntax("Show details in development only", OnlyInDevelopment, edit));
    }

    private static Action<SyntaxEditor>? OfCall(StatementSyntax statement, ExpressionSyntax isDevelopment, RepairContext context)
    {
        if (context.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || context.Model.GetOperation(call, context.CancellationToken) is not IInvocationOperation operation)
            return null;
        if (operation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean) is { } @switch)
        {
            if (@switch.Syntax is ArgumentSyntax given)
                return editor => editor.ReplaceNode(given.Expression, isDevelopment);
            return editor => editor.ReplaceNode(call.ArgumentList, (current, _) => ((ArgumentListSyntax)current).AddArguments(SyntaxFactory.Argument(isDevelopment)));
        }

        if (statement is not ExpressionStatementSyntax { Expression: var whole } || whole != call || operation.TargetMethod.Name == "UseSetting")
            return null;
        return editor => editor.ReplaceNode(statement, (current, _) => SyntaxFactory.IfStatement(isDevelopment, SyntaxFactory.Block((StatementSyntax)current.WithoutLeadingTrivia()))
            .WithLeadingTrivia(current.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
    }

    /// <summary>The text of a connection has no condition: the setting goes.</summary>
    private static ImmutableArray<Repair> WithoutSetting(LiteralExpressionSyntax literal, RepairContext context)
    {
        var text = literal.Token.Text;
        var shorter = ErrorDetailSetting.Without(text);
        return shorter == text
            ? ImmutableArray<Repair>.Empty
            : ImmutableArray.Create(Repair.OfSyntax("Remove 'Include Error Detail'", OnlyInDevelopment, editor =>
                editor.ReplaceNode(literal, SyntaxFactory.ParseExpression(shorter).WithTriviaFrom(literal))));
    }
}
