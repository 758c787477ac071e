using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>The expression <c>app.Environment.IsDevelopment()</c>, of whatever in scope knows the environment.</summary>
internal static class DevelopmentTest
{
    /// <summary>Types that hold the environment, with the member that does; those that are it have none.</summary>
    private static readonly (string Type, string? Member)[] s_holders =
    [
        ("Microsoft.Extensions.Hosting.IHostEnvironment", null),
        ("Microsoft.AspNetCore.Builder.WebApplication", "Environment"),
        ("Microsoft.AspNetCore.Builder.WebApplicationBuilder", "Environment"),
        ("Microsoft.Extensions.Hosting.IHostApplicationBuilder", "Environment"),
        ("Microsoft.AspNetCore.Hosting.WebHostBuilderContext", "HostingEnvironment"),
        ("Microsoft.Extensions.Hosting.HostBuilderContext", "HostingEnvironment"),
    ];

    /// <summary>The test; null where nothing in scope knows.</summary>
    public static ExpressionSyntax? At(StatementSyntax statement, RepairContext context)
    {
        var compilation = context.Model.Compilation;
        foreach (var (symbol, type) in SymbolsInScope.At(statement, context))
        {
            foreach (var (holder, member) in s_holders)
            {
                if (!type.IsOrInherits(compilation.GetTypeByMetadataName(holder)))
                    continue;
                ExpressionSyntax value = SyntaxFactory.IdentifierName(symbol.Name);
                if (member is not null)
                    value = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, value, SyntaxFactory.IdentifierName(member));
                return Of(value, statement, context);
            }
        }

        return null;
    }

    /// <summary>The test of an environment; null where the project does not reference it.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax environment, StatementSyntax statement, RepairContext context)
    {
        var compilation = context.Model.Compilation;
        if (compilation.GetTypeByMetadataName("Microsoft.Extensions.Hosting.IHostEnvironment") is not { } type ||
            compilation.GetTypeByMetadataName("Microsoft.Extensions.Hosting.HostEnvironmentEnvExtensions") is not { } extensions)
        {
            return null;
        }

        return Test(environment, extensions, context.Model.LookupSymbols(statement.SpanStart, type, "IsDevelopment", includeReducedExtensionMethods: true).Length > 0);
    }

    /// <summary>Without the namespace in scope the extension method is called as what it is; the import then comes with the type.</summary>
    private static InvocationExpressionSyntax Test(ExpressionSyntax environment, INamedTypeSymbol extensions, bool isImported)
    {
        if (isImported)
            return SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, environment, SyntaxFactory.IdentifierName("IsDevelopment")));
        var type = SyntaxFactory.ParseName(extensions.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, type, SyntaxFactory.IdentifierName("IsDevelopment")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(environment))));
    }
}
