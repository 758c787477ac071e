using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>
/// Names of parameters that a command or parameter collection has already: those that strings nearby mention, and those that earlier
/// repairs of the same run gave it.
/// </summary>
internal sealed class TakenNames
{
    private readonly HashSet<string> _mentioned = new(StringComparer.OrdinalIgnoreCase);
    private readonly RepairPass _pass;
    private readonly object _scope;

    /// <param name="holder">The expression of the command or collection.</param>
    /// <param name="place">The statement that it is used in.</param>
    /// <param name="context">The repair.</param>
    public TakenNames(ExpressionSyntax holder, SyntaxNode place, RepairContext context)
    {
        _pass = context.Pass;
        var body = LocalReferences.BodyOf(place);
        _scope = (body, holder.ToString());
        foreach (var token in body.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)))
        {
            if (token.Parent?.Parent is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax)
                _mentioned.Add(token.ValueText.TrimStart('@', ':', '$'));
        }
    }

    /// <summary>Takes a name; false where it is taken.</summary>
    public bool Take(string name) => !_mentioned.Contains(name) && _pass.TakeName(_scope, name.ToLowerInvariant());
}
