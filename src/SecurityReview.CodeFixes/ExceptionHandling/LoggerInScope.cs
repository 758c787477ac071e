using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>A logger that code at a place can use: a parameter, local, field, property or parameter of the primary constructor.</summary>
internal sealed class LoggerInScope
{
    private readonly string _name;
    private readonly bool _isSerilog;
    private readonly INamedTypeSymbol? _extensions;

    private LoggerInScope(string name, bool isSerilog, INamedTypeSymbol? extensions)
    {
        _name = name;
        _isSerilog = isSerilog;
        _extensions = extensions;
    }

    /// <summary>A logger of the framework that a repair brings in under a name, with the import.</summary>
    public static LoggerInScope Injected(string name) => new(name, isSerilog: false, null);

    /// <summary>The nearest logger; null if there is none.</summary>
    public static LoggerInScope? At(StatementSyntax statement, RepairContext context)
    {
        var model = context.Model;
        var compilation = model.Compilation;
        var microsoft = compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.ILogger");
        var serilog = compilation.GetTypeByMetadataName("Serilog.ILogger");
        if (microsoft is null && serilog is null)
            return null;
        var position = statement.SpanStart;
        var best = SymbolsInScope.At(statement, context).FirstOrDefault(pair => pair.Type.IsOrInherits(microsoft) || pair.Type.IsOrInherits(serilog));
        if (best.Symbol is null)
            return null;
        if (!best.Type.IsOrInherits(microsoft))
            return new LoggerInScope(best.Symbol.Name, isSerilog: true, null);
        var isImported = model.LookupSymbols(position, best.Type, "LogError", includeReducedExtensionMethods: true).Length > 0;
        var extensions = compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LoggerExtensions");
        return extensions is null ? null : new LoggerInScope(best.Symbol.Name, isSerilog: false, isImported ? null : extensions);
    }

    /// <summary>The call that logs an error.</summary>
    public InvocationExpressionSyntax Error(ExpressionSyntax exception, string message)
    {
        var logger = SyntaxFactory.IdentifierName(_name);
        var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(message));
        // Without the namespace in scope the extension method is called as what it is; the import then comes with the type.
        return _extensions is null
            ? Call(logger, _isSerilog ? "Error" : "LogError", exception, text)
            : Call(TypeName(_extensions), "LogError", logger, exception, text);
    }

    private static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string method, params ExpressionSyntax[] arguments) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(method)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments.Select(SyntaxFactory.Argument))));

    private static NameSyntax TypeName(INamedTypeSymbol type) =>
        SyntaxFactory.ParseName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
