using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>Parses lines of comments. What is not whole C# is nothing.</summary>
internal static class CommentedSyntax
{
    /// <summary>The attributes that the lines consist of; null where there is anything else.</summary>
    public static IReadOnlyList<AttributeListSyntax>? Attributes(string code)
    {
        // With a member of its own the comment would be more than attributes, and the parse would stop before ours.
        var source = code + "\nvoid M();";
        return SyntaxFactory.ParseMemberDeclaration(source) is MethodDeclarationSyntax { Identifier.ValueText: "M" } method && IsWhole(method, source) && method.AttributeLists.All(list => list.Target is null)
            ? method.AttributeLists
            : null;
    }

    /// <summary>The names of the calls of a chain that the lines go on with: <c>.A().B()</c>.</summary>
    public static IReadOnlyList<string> Chain(string code)
    {
        var source = "x" + code.TrimEnd(';', ' ');
        var names = new List<string>();
        var expression = SyntaxFactory.ParseExpression(source);
        if (!IsWhole(expression, source))
            return names;
        while (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member })
        {
            names.Add(member.Name.Identifier.ValueText);
            expression = member.Expression;
        }

        return names;
    }

    /// <summary>The statements that the lines consist of; null where they are none.</summary>
    public static IReadOnlyList<StatementSyntax>? Statements(string code)
    {
        var source = "async void M() {\n" + code + "\n}";
        return SyntaxFactory.ParseMemberDeclaration(source) is MethodDeclarationSyntax { Body: { } body } method && IsWhole(method, source)
            ? body.Statements
            : null;
    }

    /// <summary>The names with which the expressions of a statement begin: they mean something only where they are in scope.</summary>
    public static IEnumerable<string> Roots(SyntaxNode statement) =>
        statement.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsRoot).Select(name => name.Identifier.ValueText);

    /// <summary>The variables that a statement declares.</summary>
    public static IEnumerable<string> Declared(SyntaxNode statement) =>
        statement.DescendantNodes().Select(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            _ => "",
        }).Where(name => name.Length > 0);

    private static bool IsRoot(SimpleNameSyntax name) =>
        !name.IsVar && name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression == name,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax => false,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
            _ => name.Identifier.ValueText != "nameof" && !IsExceptionType(name),
        };

    /// <summary>What would be thrown is no part of the test, and its using directive goes with the last use.</summary>
    private static bool IsExceptionType(SimpleNameSyntax name) => name.Parent is ObjectCreationExpressionSyntax creation && creation.Type == name;

    private static bool IsWhole(SyntaxNode node, string source) => !node.ContainsDiagnostics && node.FullSpan.Length == source.Length;
}
