using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>
/// A control that is commented out, or that says yes to everybody, protects nothing, and the code around it looks as if it did.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisabledControlAnalyzer : ReviewAnalyzer
{
    /// <summary>The framework's own callback that accepts every certificate.</summary>
    private const string AcceptAnyCertificate = "DangerousAcceptAnyServerCertificateValidator";

    private const string Restore = "restore it, or delete the comment and say what protects the code instead";
    private const string Decide = "decide, or throw until it does";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DisabledControl);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var guards = DevelopmentGuards.Of(types);
        var attributes = ControlAttributes.Of(types);
        var stubs = new StubControls(types, DecisionMethods.Of(types), guards);
        context.RegisterSemanticModelAction(file =>
        {
            if (file.IsGeneratedCode)
                return;
            var text = file.SemanticModel.SyntaxTree.GetText(file.CancellationToken).ToString();
            FindComments(file, text, attributes, guards);
            FindAcceptedCertificates(file, text, guards);
            foreach (var function in StubBody.FunctionsIn(file.SemanticModel.SyntaxTree, file.CancellationToken))
            {
                if (function is AnonymousFunctionExpressionSyntax callback)
                    FindCallback(file, callback, guards);
                else
                    FindMethod(file, function, stubs);
            }
        });
    }

    private static void FindComments(SemanticModelAnalysisContext context, string text, ControlAttributes attributes, DevelopmentGuards guards)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var controls = new CommentedControls(context.SemanticModel, attributes, guards, context.CancellationToken);
        foreach (var comment in CodeCommentReader.Read(text, tree.GetRoot(context.CancellationToken), context.CancellationToken))
        {
            if (controls.Judge(comment) is { } control)
                Report(context.ReportDiagnostic, Location.Create(tree, comment.Span), $"'{control.Name}' is commented out", Restore, DisabledControlProperties.Comment);
        }
    }

    private static void FindMethod(SemanticModelAnalysisContext context, SyntaxNode function, StubControls stubs)
    {
        var (identifier, body) = function switch
        {
            MethodDeclarationSyntax method => (method.Identifier, (SyntaxNode?)method.Body ?? method.ExpressionBody),
            LocalFunctionStatementSyntax local => (local.Identifier, (SyntaxNode?)local.Body ?? local.ExpressionBody),
            _ => default,
        };
        if (StubBody.YesIn(body).FirstOrDefault() is not { } yes || context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) is not IMethodSymbol symbol)
            return;
        if (stubs.IsStub(symbol, yes, context.SemanticModel, context.CancellationToken))
            Report(context.ReportDiagnostic, identifier.GetLocation(), WhatOf(symbol), Decide, DisabledControlProperties.Stub);
    }

    private static string WhatOf(IMethodSymbol method) => DecisionMethods.IsCertificateCallback(method)
        ? $"'{method.Name}' accepts every certificate"
        : $"'{method.Name}' says yes to everybody";

    private static void FindCallback(SemanticModelAnalysisContext context, AnonymousFunctionExpressionSyntax function, DevelopmentGuards guards)
    {
        if (StubBody.YesIn(function.Body).FirstOrDefault() is not { } yes || !IsCertificateCallback(function, context))
            return;
        if (!guards.Cover(yes, context.SemanticModel, context.CancellationToken))
            Report(context.ReportDiagnostic, function.GetLocation(), "This callback accepts every certificate", Decide, DisabledControlProperties.Stub);
    }

    private static bool IsCertificateCallback(AnonymousFunctionExpressionSyntax function, SemanticModelAnalysisContext context) =>
        context.SemanticModel.GetTypeInfo(function, context.CancellationToken).ConvertedType is INamedTypeSymbol { DelegateInvokeMethod: { } invoke } && DecisionMethods.IsCertificateCallback(invoke);

    private static void FindAcceptedCertificates(SemanticModelAnalysisContext context, string text, DevelopmentGuards guards)
    {
        var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        for (var at = text.IndexOf(AcceptAnyCertificate, StringComparison.Ordinal); at >= 0; at = text.IndexOf(AcceptAnyCertificate, at + 1, StringComparison.Ordinal))
        {
            var token = root.FindToken(at);
            if (token.SpanStart == at && token.Parent is SimpleNameSyntax name && context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is IPropertySymbol { ContainingType.Name: "HttpClientHandler" } &&
                !guards.Cover(name, context.SemanticModel, context.CancellationToken))
                Report(context.ReportDiagnostic, token.GetLocation(), "This callback accepts every certificate", Decide, DisabledControlProperties.Framework);
        }
    }

    private static void Report(Action<Diagnostic> report, Location location, string what, string remedy, string shape) =>
        report(Diagnostic.Create(Descriptors.DisabledControl, location, ImmutableDictionary<string, string?>.Empty.Add(DisabledControlProperties.Shape, shape), what, remedy));
}
