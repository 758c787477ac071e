using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Whether the statements that fill a variable all run once, in order, before its only use.</summary>
internal sealed partial class TextComposer
{
    private const int MostLenientSteps = 200;

    /// <summary>A variable that one use reads: its declaration and its mentions before the use, in order.</summary>
    private sealed record VariablePath(VariableDeclaratorSyntax Declarator, StatementSyntax Statement, ImmutableArray<IdentifierNameSyntax> Mentions);

    private VariablePath? VariableSteps(ILocalSymbol local, IdentifierNameSyntax use)
    {
        if (LocalReferences.Declarator(local, _cancellation) is not { Parent.Parent: LocalDeclarationStatementSyntax statement } declarator || declarator.SyntaxTree != use.SyntaxTree)
            return null;
        var body = LocalReferences.BodyOf(declarator);
        if (LocalReferences.BodyOf(use) != body || body.DescendantNodes().Any(node => node is LabeledStatementSyntax or GotoStatementSyntax))
            return null;
        // To judge where a hole stands nobody needs more steps than this, and the compiler takes its time to bind each of thousands.
        if (IsLenient && body.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name).Skip(MostLenientSteps).Any())
            return null;
        var mentions = LocalReferences.Of(local, body, _model, _cancellation).Where(mention => mention != use).ToImmutableArray();
        if (IsLenient)
            mentions = mentions.Where(mention => mention.SpanStart < use.SpanStart).ToImmutableArray();
        return mentions.Any(mention => mention.SpanStart > use.SpanStart) ? null : new VariablePath(declarator, statement, mentions);
    }

    /// <summary>The same, where leniently read: a statement anywhere else may run before the use too.</summary>
    private bool MayRunBefore(StatementSyntax statement, StatementSyntax declaration, SyntaxNode use, out bool isConditional)
    {
        if (IsOnTheWay(statement, declaration, use, out isConditional))
            return true;
        isConditional = true;
        return IsLenient;
    }

    /// <summary>Whether a statement runs several times for one run of the declaration.</summary>
    private static bool IsInLoop(SyntaxNode statement, StatementSyntax declaration) =>
        statement.Ancestors().TakeWhile(ancestor => !ancestor.Span.Contains(declaration.Span))
            .Any(ancestor => ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax);

    /// <summary>
    /// Whether a statement lies on the way from the declaration to the use: in a block around the use, or under conditions (not in
    /// a loop, nor in a try) inside such a block.
    /// </summary>
    private bool IsOnTheWay(StatementSyntax statement, StatementSyntax declaration, SyntaxNode use, out bool isConditional)
    {
        isConditional = false;
        SyntaxNode node = statement;
        while (node.Parent is not null && !node.Parent.Span.Contains(use.Span))
        {
            var isCase = node.Parent is SwitchSectionSyntax or SwitchStatementSyntax && _reading == TextReading.Alternatives;
            if (!isCase && node.Parent is not (BlockSyntax or IfStatementSyntax or ElseClauseSyntax or GlobalStatementSyntax))
                return false;
            isConditional |= isCase || node.Parent is IfStatementSyntax or ElseClauseSyntax;
            node = node.Parent;
        }

        // A common ancestor that is no list of statements means other branches of one statement.
        if (node.Parent is not (BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax))
            return false;
        // Between the block of the declaration and the statement nothing may repeat or leave.
        for (var ancestor = node.Parent; ancestor is not null && !ancestor.Span.Contains(declaration.Span); ancestor = ancestor.Parent)
        {
            if (ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
                return false;
        }

        return true;
    }
}
