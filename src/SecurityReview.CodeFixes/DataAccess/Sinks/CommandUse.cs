using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>
/// What else a method does with a command. Parameters live as long as the command: one that runs again needs them cleared first,
/// and what clears them must not clear the new ones.
/// </summary>
internal sealed class CommandUse
{
    private readonly CommandOwner _owner;
    private readonly ImmutableArray<IdentifierNameSyntax> _mentions;

    public CommandUse(CommandOwner owner, SemanticModel model, CancellationToken cancellation)
    {
        _owner = owner;
        _mentions = LocalReferences.Of(owner.Symbol, LocalReferences.BodyOf(owner.Anchor), model, cancellation).ToImmutableArray();
    }

    /// <summary>Whether the command can come here with parameters that an earlier run of this code added.</summary>
    public bool RunsAgain => _owner.Symbol is not ILocalSymbol local || IsInLoopWithoutDeclaration(local);

    /// <summary>Whether anything before the text is set adds parameters, or may do so out of sight.</summary>
    public bool HasParametersBefore => _mentions.Any(mention =>
        mention.SpanStart < _owner.Anchor.SpanStart && (MemberOf(mention) == "Parameters" || mention.Parent is ArgumentSyntax));

    /// <summary>The values set as text with <c>=</c>, this one included.</summary>
    public IEnumerable<AssignmentExpressionSyntax> TextsSet => TextAssignments(SyntaxKind.SimpleAssignmentExpression);

    /// <summary>The text that is set, where that happens once.</summary>
    public ExpressionSyntax? OnlyText => TextsSet.Take(2).Count() == 1 ? TextsSet.First().Right : null;

    /// <summary>The values added to the text with <c>+=</c>.</summary>
    public IEnumerable<ExpressionSyntax> TextsAdded => TextAssignments(SyntaxKind.AddAssignmentExpression).Select(assignment => assignment.Right);

    /// <summary>
    /// The statement after which parameters can be added: the one that sets the text, or one that clears the parameters behind it;
    /// null where they are cleared before the command runs and the place is not certain.
    /// </summary>
    public StatementSyntax? InsertionPoint()
    {
        foreach (var mention in _mentions.Where(mention => mention.SpanStart > _owner.Anchor.Span.End).OrderBy(mention => mention.SpanStart))
        {
            var member = MemberOf(mention);
            if (member is not null && member.StartsWith("Execute", StringComparison.Ordinal))
                break;
            if (member == "CommandText")
                break;
            if (member != "Parameters" || Outer(mention).Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Clear" } clear)
                continue;
            return clear.Parent?.Parent is ExpressionStatementSyntax statement && statement.Parent == _owner.Anchor.Parent ? statement : null;
        }

        return _owner.Anchor;
    }

    private IEnumerable<AssignmentExpressionSyntax> TextAssignments(SyntaxKind kind) =>
        _mentions.Where(mention => MemberOf(mention) == "CommandText")
            .Select(mention => Outer(mention).Parent).OfType<AssignmentExpressionSyntax>().Where(assignment => assignment.IsKind(kind));

    private bool IsInLoopWithoutDeclaration(ILocalSymbol local)
    {
        var declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.Span;
        return _owner.Anchor.Ancestors().TakeWhile(ancestor => declaration is { } span && !ancestor.Span.Contains(span))
            .Any(ancestor => ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
    }

    /// <summary>The member of the command that a mention reaches: <c>cmd.Parameters</c>, <c>this.cmd.Parameters</c>.</summary>
    private static string? MemberOf(IdentifierNameSyntax mention) => Outer(mention) is MemberAccessExpressionSyntax member && member.Name != mention ? member.Name.Identifier.ValueText : null;

    /// <summary>The access to a member of the command; the mention itself where there is none.</summary>
    private static ExpressionSyntax Outer(IdentifierNameSyntax mention)
    {
        ExpressionSyntax self = mention.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == mention ? qualified : mention;
        return self.Parent is MemberAccessExpressionSyntax member && member.Expression == self ? member : self;
    }
}
