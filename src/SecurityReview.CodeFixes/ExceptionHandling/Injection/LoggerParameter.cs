using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling.Injection;

/// <summary>A parameter of a route handler, which the server fills.</summary>
internal static class LoggerParameter
{
    /// <summary>The parameter's name and the edit; null where others call the handler too, or its parameters have no types.</summary>
    public static (string Name, Action<SyntaxEditor> Edit)? For(EnclosingFunction handler, RepairContext context)
    {
        var parameters = handler.Node switch
        {
            ParenthesizedLambdaExpressionSyntax lambda when lambda.ParameterList.Parameters.All(static parameter => parameter.Type is not null) => lambda.ParameterList,
            LocalFunctionStatementSyntax local when !IsCalled(local.Identifier.ValueText, context) => local.ParameterList,
            MethodDeclarationSyntax method when !IsCalled(method.Identifier.ValueText, context) => method.ParameterList,
            _ => null,
        };
        if (parameters is null || CategoryOf(handler, context) is not { } category)
            return null;
        var name = NameIn(handler.Node);
        return (name, editor => editor.ReplaceNode(parameters, (current, _) => With((ParameterListSyntax)current, name, InjectedLogger.TypeFor(category))));
    }

    /// <summary>The parameters with one more, before those that may be left out.</summary>
    public static ParameterListSyntax With(ParameterListSyntax list, string name, TypeSyntax type)
    {
        var added = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(type.WithTrailingTrivia(SyntaxFactory.Space));
        var at = list.Parameters.TakeWhile(static parameter => parameter.Default is null && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)).Count();
        var separators = list.Parameters.GetSeparators().ToList();
        if (list.Parameters.Count > 0)
            separators.Insert(Math.Min(at, separators.Count), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return list.WithParameters(SyntaxFactory.SeparatedList(list.Parameters.Take(at).Append(added).Concat(list.Parameters.Skip(at)), separators));
    }

    /// <summary>A name that nothing in a piece of code has.</summary>
    public static string NameIn(SyntaxNode code, string hint = "logger")
    {
        var taken = new HashSet<string>(code.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        return FreeName.Like(hint, taken.Add);
    }

    /// <summary>The class that the handler belongs to, or the program; a static class is no type of a logger.</summary>
    private static string? CategoryOf(EnclosingFunction handler, RepairContext context)
    {
        if (handler.Symbol?.ContainingType is { IsStatic: false, IsImplicitlyDeclared: false, Arity: 0 } type && type.Name.All(static letter => letter is not '<'))
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return context.Model.Compilation.GetEntryPoint(context.CancellationToken)?.ContainingType is { IsStatic: false, CanBeReferencedByName: true } program &&
            (program.DeclaredAccessibility == Accessibility.Public || !IsPublic(handler.Symbol))
            ? program.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            : null;
    }

    /// <summary>Whether others can call a handler by its name, so that the types of its parameters must be public too.</summary>
    private static bool IsPublic(IMethodSymbol? handler) =>
        handler is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public or Accessibility.Protected, ContainingType.DeclaredAccessibility: Accessibility.Public };

    private static bool IsCalled(string name, RepairContext context) =>
        NameIndex.Of(context.Model.Compilation).IdentifiersOf(name, context.CancellationToken).Any(static token => token.Parent is SimpleNameSyntax used && CallOf(used) is not null);

    private static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name)
    {
        ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }
}
