using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>The exception whose detail leaks, as it can be named at the place.</summary>
/// <param name="Expression">Its name: the variable of the catch, a parameter, <c>context.Exception</c>.</param>
/// <param name="Scope">The catch block, or else the body, in which it is logged or not.</param>
/// <param name="Catch">The catch clause; null where it was not caught here.</param>
internal sealed record CaughtException(ExpressionSyntax Expression, SyntaxNode Scope, CatchClauseSyntax? Catch)
{
    private static readonly HashSet<string> s_logCalls = new(StringComparer.Ordinal)
    {
        "Error", "Fatal", "Warning", "Warn", "Critical", "Information", "Info", "Exception", "CaptureException", "TrackException",
    };

    /// <summary>Tells within a run of repairs that this exception is logged now.</summary>
    public object LogKey => (Scope, Expression.ToString());

    /// <summary>The exception at a place; null where no name of it is in reach.</summary>
    public static CaughtException? At(ExpressionSyntax place, RepairContext context)
    {
        var clause = place.FirstAncestorOrSelf<CatchClauseSyntax>(node => node.Declaration?.Identifier.ValueText is { Length: > 0 });
        if (clause is not null && !place.Ancestors().TakeWhile(node => node != clause).Any(IsStaticFunction))
            return new CaughtException(SyntaxFactory.IdentifierName(clause.Declaration!.Identifier.WithoutTrivia()), clause.Block, clause);
        var exception = context.Model.Compilation.GetTypeByMetadataName("System.Exception");
        var named = place.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(node =>
            IsName(node) && context.Model.GetTypeInfo(node, context.CancellationToken).Type.IsOrInherits(exception));
        var scope = place.Ancestors().FirstOrDefault(node =>
            node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax);
        return named is null || scope is null ? null : new CaughtException(named.WithoutTrivia(), scope, null);
    }

    /// <summary>Whether the exception is logged already, in whatever way.</summary>
    public bool IsLogged(ExpressionSyntax place)
    {
        var text = Expression.ToString();
        return Scope.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
            !call.Span.Contains(place.Span) && IsLogCall(call) &&
            call.ArgumentList.Arguments.Any(argument => argument.Expression.DescendantNodesAndSelf().Any(node => node is ExpressionSyntax && node.ToString() == text)));
    }

    /// <summary>
    /// Removes the variable of the catch where the places were all that used it: a variable that nobody reads is a warning. Null where it is used.
    /// </summary>
    public Action<SyntaxEditor>? DropUnusedVariable(ImmutableArray<ExpressionSyntax> places, RepairContext context)
    {
        if (Catch is not { Declaration: { } declaration } clause)
            return null;
        var name = declaration.Identifier.ValueText;
        var isUsed = clause.DescendantNodes().OfType<IdentifierNameSyntax>().Any(identifier =>
            identifier.Identifier.ValueText == name && !identifier.AncestorsAndSelf().Any(context.Pass.IsClaimed) && !places.Any(place => place.Span.Contains(identifier.Span)));
        if (isUsed)
            return null;
        return editor => editor.ReplaceNode(declaration, (current, _) =>
            ((CatchDeclarationSyntax)current).WithIdentifier(default).WithType(((CatchDeclarationSyntax)current).Type.WithoutTrailingTrivia()));
    }

    private static bool IsStaticFunction(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.StaticKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static bool IsName(ExpressionSyntax node) => node switch
    {
        IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name => access.Expression == name,
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax access => access.DescendantNodes().All(part => part is SimpleNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax),
        _ => false,
    };

    /// <summary>Whether a call logs, by its name.</summary>
    public static bool IsLogCall(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            _ => "",
        };
        return name.StartsWith("Log", StringComparison.Ordinal) || s_logCalls.Contains(name);
    }
}
