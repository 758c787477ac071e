using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>
/// Judges whether lines of a comment are a security control that somebody has switched off: they are C#, nothing but the control, would mean
/// something where they stand, and nothing active has taken their place.
/// </summary>
internal sealed class CommentedControls(SemanticModel model, ControlAttributes attributes, DevelopmentGuards guards, CancellationToken cancellation)
{
    /// <summary>Words before a sample.</summary>
    private static readonly string[] s_sampleWords = ["example", "sample", "usage", "e.g.", "i.e.", "such as", "for instance", "instead of", "like this", "snippet", "was:", "before:"];

    /// <summary>The control; null where the comment is none.</summary>
    public CommentedControl? Judge(CodeComment comment)
    {
        if (s_sampleWords.Any(word => comment.LineBefore.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0))
            return null;
        var token = model.SyntaxTree.GetRoot(cancellation).FindToken(comment.Span.Start);
        if (token.Parent is null)
            return null;
        var control = comment.Code[0] switch
        {
            '[' => OfAttributes(comment, token),
            '.' => OfChain(comment.Code, token),
            _ => OfStatements(comment, token),
        };
        return control is null || guards.Cover(token.Parent, model, cancellation) ? null : control;
    }

    private CommentedControl? OfAttributes(CodeComment comment, SyntaxToken token)
    {
        if (CommentedSyntax.Attributes(comment.Code) is not { } lists || Owner(token, comment.Span.Start) is not { } owner)
            return null;
        foreach (var attribute in lists.SelectMany(list => list.Attributes))
        {
            if (attributes.IsControl(attribute, model, comment.Span.Start) && !attributes.IsReplaced(attribute, owner, model, cancellation))
                return new CommentedControl($"[{attribute}]");
        }

        return null;
    }

    /// <summary>The declaration or lambda before whose name a comment stands.</summary>
    private static SyntaxNode? Owner(SyntaxToken token, int position)
    {
        // Behind a comma on the same line a comment belongs to the comma.
        if (token.Span.End <= position && token.GetNextToken() is { Parent: ParameterListSyntax { Parent: ParenthesizedLambdaExpressionSyntax argument } } next && next == argument.GetFirstToken())
            return argument;
        foreach (var node in token.Parent!.AncestorsAndSelf())
        {
            switch (node)
            {
                case ParenthesizedLambdaExpressionSyntax lambda:
                    return position <= lambda.ParameterList.SpanStart ? lambda : null;
                case MethodDeclarationSyntax method:
                    return position < method.Identifier.SpanStart ? method : null;
                case TypeDeclarationSyntax type:
                    return position < type.Identifier.SpanStart ? type : null;
                case MemberDeclarationSyntax or StatementSyntax:
                    return null;
            }
        }

        return null;
    }

    private static CommentedControl? OfChain(string code, SyntaxToken token)
    {
        var calls = CommentedSyntax.Chain(code);
        if (calls.FirstOrDefault(ControlCalls.IsChained) is not { } control || token.Parent!.FirstAncestorOrSelf<SyntaxNode>(IsStatementLike) is not { } statement)
            return null;
        var active = statement.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText).ToList();
        // The code must be a chain that goes on, and none that says the same or the opposite already.
        return !active.Contains(control) && !active.Contains("AllowAnonymous") && statement.DescendantNodes().Any(node => node is InvocationExpressionSyntax)
            ? new CommentedControl($".{control}()")
            : null;
    }

    private static bool IsStatementLike(SyntaxNode node) =>
        node is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax;

    private CommentedControl? OfStatements(CodeComment comment, SyntaxToken token)
    {
        if (token.Parent!.FirstAncestorOrSelf<SyntaxNode>(IsFunction) is not { } function || CommentedSyntax.Statements(comment.Code) is not { Count: > 0 } statements)
            return null;
        string? control = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            var found = ControlGuards.NameOf(statement) ?? ControlCalls.NameOf(statement);
            if (found is null && !ControlCalls.IsPreparation(statement))
                return null;
            if (!CommentedSyntax.Roots(statement).All(root => names.Contains(root) || IsInScope(root, comment.Span.Start)))
                return null;
            names.UnionWith(CommentedSyntax.Declared(statement));
            if (found is not null && !ControlGuards.IsReplaced(statement, function, token))
                control ??= found;
        }

        return control is null ? null : new CommentedControl(control);
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is BaseMethodDeclarationSyntax { Body: not null } or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or GlobalStatementSyntax
            || (node is CompilationUnitSyntax unit && unit.Members.Any(member => member is GlobalStatementSyntax));

    private bool IsInScope(string name, int position) => !model.LookupSymbols(position, name: name).IsEmpty;
}
