using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Endpoints.Authorization;

/// <summary>Programs whose endpoints are judged, and what is found: a line for each endpoint.</summary>
internal static class AuthorizationCode
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Reflection;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Authorization;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    /// <summary>Compares who may call each endpoint: <c>OrdersController.Create: Privileged</c>, <c>"/orders": None</c>.</summary>
    public static void Judges(string source, string expected, OutputKind output = OutputKind.ConsoleApplication) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", Judge(source, output).Select(static line => $"{line.Endpoint}: {line.Applied.Kind}")));

    /// <summary>Compares also what says so.</summary>
    public static void Names(string source, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", Judge(source, OutputKind.ConsoleApplication).Select(static line => $"{line.Endpoint}: {line.Applied.Origin}")));

    private static IEnumerable<(string Endpoint, AppliedAuthorization Applied)> Judge(string source, OutputKind output)
    {
        var compilation = Compilations.Create(Usings + source, Setting.Default with { OutputKind = output });
        Assert.Empty(compilation.GetDiagnostics().Where(static item => item.Severity == DiagnosticSeverity.Error));
        var types = KnownTypes.Of(compilation);
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            var symbol = node switch
            {
                MethodDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(node) as IMethodSymbol,
                LambdaExpressionSyntax => model.GetSymbolInfo(node).Symbol as IMethodSymbol,
                _ => null,
            };
            if (symbol is not null && EntryPoints.Of(types).KindOf(symbol) is not null)
                yield return (Name(node, symbol), EndpointAuthorization.Of(types).For(symbol));
        }
    }

    private static string Name(SyntaxNode node, IMethodSymbol symbol) => node switch
    {
        LambdaExpressionSyntax => node.FirstAncestorOrSelf<InvocationExpressionSyntax>()!.ArgumentList.Arguments[0].ToString(),
        LocalFunctionStatementSyntax => symbol.Name,
        _ => $"{symbol.ContainingType.Name}.{symbol.Name}",
    };
}
