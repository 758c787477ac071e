using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>The names by which other code comes by what a body makes: its own, and those of the members that it fills. Syntax alone.</summary>
internal static class BodyWays
{
    private static readonly ImmutableHashSet<string> s_fills = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Add", "Append", "Push", "Enqueue", "Insert", "Set", "Try", "Write", "Record", "Report", "Store", "Save", "Put", "Update", "Fail", "Complete", "On", "Publish", "Send");

    private static readonly ImmutableHashSet<string> s_calledByFrameworks = ImmutableHashSet.Create(StringComparer.Ordinal, "Controller", "Hub", "Middleware", "Filter", "Attribute");

    /// <summary>The names out of a body.</summary>
    /// <param name="throws">Whether what it throws counts too.</param>
    public static IEnumerable<string> OutOf(SyntaxNode body, bool throws)
    {
        var locals = new HashSet<string>(body.DescendantTokens().Where(IsLocalDeclaration).Select(static token => token.ValueText), StringComparer.Ordinal);
        var parameters = new HashSet<string>(ParametersOf(body).Select(static parameter => parameter.Identifier.ValueText), StringComparer.Ordinal);
        var fillsParameter = false;
        foreach (var filled in body.DescendantNodes().SelectMany(FilledBy))
        {
            var names = filled.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText).ToList();
            if (names.Count == 0 || locals.Contains(names[0]))
                continue;
            if (parameters.Contains(names[0]))
                fillsParameter = true;
            yield return names[names.Count - 1];
        }

        if ((throws || fillsParameter || !IsVoid(body)) && !IsCalledByFrameworkOnly(body))
        {
            foreach (var name in NamesOf(body))
                yield return name;
        }
    }

    /// <summary>The names that code calls a body by; that of the type too for the ways in through what an object was made with.</summary>
    public static IEnumerable<string> Into(SyntaxNode body)
    {
        foreach (var name in NamesOf(body))
            yield return name;
        if (body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && !type.Modifiers.Any(SyntaxKind.StaticKeyword))
            yield return type.Identifier.ValueText;
    }

    /// <summary>The methods that an expression is handed to, by name.</summary>
    public static IEnumerable<string> CallsAround(ExpressionSyntax expression) =>
        expression.Ancestors().TakeWhile(static node => node is not StatementSyntax).OfType<InvocationExpressionSyntax>().Select(static call => call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
            SimpleNameSyntax name => name.Identifier.ValueText,
            _ => "",
        });

    private static IEnumerable<string> NamesOf(SyntaxNode body)
    {
        switch (body)
        {
            case MethodDeclarationSyntax method:
                yield return method.Identifier.ValueText;
                // What a mediator leads to is named by the request alone.
                if (method.Identifier.ValueText is "Handle" or "HandleAsync" or "Consume" or "ExecuteAsync" && method.ParameterList.Parameters.FirstOrDefault()?.Type?.GetLastToken().ValueText is { Length: > 1 } request)
                    yield return request;
                break;
            case ConstructorDeclarationSyntax constructor:
                yield return constructor.Identifier.ValueText;
                break;
            case TypeDeclarationSyntax type:
                yield return type.Identifier.ValueText;
                break;
            case AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax:
                if (NameAround(body) is { } name)
                    yield return name;
                break;
            case BaseMethodDeclarationSyntax when body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } converted:
                yield return converted.Identifier.ValueText;
                break;
        }
    }

    /// <summary>Public methods of types that, by custom, a framework calls.</summary>
    private static bool IsCalledByFrameworkOnly(SyntaxNode body) =>
        body is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.PublicKeyword) &&
        method.Parent is TypeDeclarationSyntax { Identifier.ValueText: var type } && s_calledByFrameworks.Contains(NameWords.Of(type).LastOrDefault() ?? "");

    private static string? NameAround(SyntaxNode part) => part.FirstAncestorOrSelf<SyntaxNode>(static node => node is PropertyDeclarationSyntax or VariableDeclaratorSyntax or EventDeclarationSyntax or IndexerDeclarationSyntax) switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        IndexerDeclarationSyntax { Parent: TypeDeclarationSyntax type } => type.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What an assignment or a call for its effect puts something into.</summary>
    private static IEnumerable<ExpressionSyntax> FilledBy(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => [assignment.Left],
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0, Expression: MemberAccessExpressionSyntax member, Parent: ExpressionStatementSyntax or AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } } call
            when !LogStatements.Is(call) && s_fills.Contains(NameWords.Of(member.Name.Identifier.ValueText).FirstOrDefault() ?? "") => [member.Expression],
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword, Expression: not DeclarationExpressionSyntax } passed => [passed.Expression],
        _ => [],
    };

    private static bool IsLocalDeclaration(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax or ParameterSyntax { Parent.Parent: AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax } or ParameterSyntax { Parent: SimpleLambdaExpressionSyntax };

    private static IEnumerable<ParameterSyntax> ParametersOf(SyntaxNode body) => (body as BaseMethodDeclarationSyntax)?.ParameterList.Parameters ?? [];

    private static bool IsVoid(SyntaxNode body) => body switch
    {
        MethodDeclarationSyntax method => method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } or IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" },
        AccessorDeclarationSyntax accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration),
        CompilationUnitSyntax => true,
        _ => false,
    };
}
