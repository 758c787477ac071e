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
            if (NamesAParameter(token, holder))
                _mentioned.Add(token.ValueText.TrimStart('@', ':', '$'));
        }
    }

    /// <summary>Whether a string looks like the name of a parameter, or stands where one is given.</summary>
    private static bool NamesAParameter(SyntaxToken token, ExpressionSyntax holder)
    {
        var place = token.Parent?.Parent;
        if (token.ValueText.Length > 0 && token.ValueText[0] is '@' or ':' or '$')
            return place is ArgumentSyntax or AssignmentExpressionSyntax or EqualsValueClauseSyntax;
        return place switch
        {
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ParameterName" } } => true,
            ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax creation } => creation.Type.ToString().EndsWith("Parameter", StringComparison.Ordinal),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } } =>
                member.Expression.ToString() is var receiver && (receiver.EndsWith("Parameters", StringComparison.Ordinal) || receiver == holder.ToString()),
            _ => false,
        };
    }

    /// <summary>Takes a name; false where it is taken.</summary>
    public bool Take(string name) => !_mentioned.Contains(name) && _pass.TakeName(_scope, name.ToLowerInvariant());
}
