using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.DeleteRace;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>
/// Copies what the work reads of the request into locals before it starts. Nothing is offered where the work needs the objects themselves, nor for
/// stores: what should be kept there is not known.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EscapedIdentityFixer))]
public sealed class EscapedIdentityFixer() : ReviewFixProvider(RuleIds.RequestIdentityEscapes, CopyFirst, "Copy what detached work reads of the request")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string CopyFirst = "identity.copy_first";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>(Starts) is not { } work || StatementOf(work) is not { } statement)
            return ImmutableArray<Repair>.Empty;
        var copies = RequestReads.In(work, context);
        if (copies.IsEmpty || !context.Pass.Claim(work))
            return ImmutableArray<Repair>.Empty;
        var names = copies.Select(static copy => copy.Value.ToString()).Distinct()
            .ToDictionary(static text => text, text => OutcomeTest.NameFor(work, context, copies.First(copy => copy.Value.ToString() == text).Name), StringComparer.Ordinal);
        return ImmutableArray.Create(Repair.OfSyntax("Copy the values before the work starts", CopyFirst, editor => Edit(editor, statement, copies, names)));

        bool Starts(AnonymousFunctionExpressionSyntax function) => function.SpanStart == context.Diagnostic.Location.SourceSpan.Start;
    }

    private static void Edit(SyntaxEditor editor, StatementSyntax statement, ImmutableArray<RequestRead> copies, Dictionary<string, string> names)
    {
        var isFirst = true;
        foreach (var pair in names)
        {
            var value = copies.First(copy => copy.Value.ToString() == pair.Key).Value.WithoutTrivia();
            var declaration = OutcomeTest.Keep(pair.Value, value).WithAdditionalAnnotations(Formatter.Annotation).WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
            Statements.InsertBefore(editor, statement, isFirst ? declaration.WithLeadingTrivia(statement.GetLeadingTrivia()) : declaration);
            isFirst = false;
        }

        foreach (var copy in copies)
            editor.ReplaceNode(copy.Value, SyntaxFactory.IdentifierName(names[copy.Value.ToString()]).WithTriviaFrom(copy.Value));
        editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(Indentation(statement)));
    }

    /// <summary>What stands above the statement stays above the copies.</summary>
    private static SyntaxTriviaList Indentation(StatementSyntax statement) =>
        statement.GetLeadingTrivia().LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : default;

    private static StatementSyntax? StatementOf(AnonymousFunctionExpressionSyntax work) => work.Ancestors().OfType<StatementSyntax>().FirstOrDefault() is { Parent: BlockSyntax } statement
        and (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax) && !work.Ancestors().TakeWhile(node => node != statement).Any(static node => node is AnonymousFunctionExpressionSyntax)
        ? statement
        : null;
}
