using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Ineffective;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>Authorization that stands where nothing reads it looks like protection and is none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IneffectiveAuthorizationAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.IneffectiveAuthorization);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        if (!AuthorizationTypes.Of(types).Exist)
            return;
        context.RegisterSemanticModelAction(file => AnalyzeAttributes(file, types));
        if (types["Microsoft.AspNetCore.Builder.IApplicationBuilder"] is not null)
            context.RegisterGatedOperationAction(
                BodyWords.OfCalls("RequireAuthorization", "UseAuthorization"), operation => AnalyzeCall(operation, types), OperationKind.Invocation);
    }

    /// <summary>By the names in the text of the file: of most attributes nobody need ask.</summary>
    private static void AnalyzeAttributes(SemanticModelAnalysisContext context, KnownTypes types)
    {
        if (context.IsGeneratedCode)
            return;
        var names = TreeNames.Of(context.SemanticModel.SyntaxTree, context.CancellationToken);
        foreach (var token in OwnAttributeNames.Of(types).All.SelectMany(name => names.TokensOf(name, context.CancellationToken)))
        {
            SyntaxNode? name = token.Parent;
            while (name?.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
                name = name.Parent;
            if (name?.Parent is AttributeSyntax attribute && attribute.Name == name)
                AnalyzeAttribute(context, attribute, types);
        }
    }

    private static void AnalyzeAttribute(SemanticModelAnalysisContext context, AttributeSyntax attribute, KnownTypes types)
    {
        if (attribute.Parent?.Parent is not { } owner)
            return;
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is not IMethodSymbol { ContainingType: { } type })
            return;
        var place = new AttributePlaces(types).Judge(type, SymbolOf(owner, context.SemanticModel, context.CancellationToken));
        if (place is not null)
            Report(context.ReportDiagnostic, attribute.GetLocation(), $"'[{attribute.Name}]' {place.Fault}", place.Remedy, place.Repair, place.Cause);
    }

    private static void AnalyzeCall(OperationContext context, KnownTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("RequireAuthorization" or "UseAuthorization") || call.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } })
            return;
        if (!AuthorizationTypes.IsOfFramework(call.TargetMethod.ContainingType))
            return;
        if (name.Identifier.ValueText == "UseAuthorization")
        {
            if (PipelineOrder.Wrong(call) is not { } other)
                return;
            var (fault, remedy) = other.TargetMethod.Name == "UseEndpoints"
                ? ("'UseAuthorization' stands behind 'UseEndpoints': endpoints that require authorization fail instead of being protected", "move it before")
                : ("'UseAuthorization' stands before 'UseAuthentication': nobody is known yet, and everybody is refused", "move it behind");
            Report(context.ReportDiagnostic, name.GetLocation(), fault, remedy, IneffectiveProperties.MoveStep, other.Syntax.GetLocation());
        }
        else if (MappedRoutes.Of(types).OpenedBy(call) is { } open)
        {
            Report(context.ReportDiagnostic, name.GetLocation(), $"'RequireAuthorization' has no effect: '{open.Origin}' lets everybody in", "take one of the two away", null, open.Place);
        }
    }

    private static void Report(Action<Diagnostic> report, Location place, string fault, string remedy, string? repair, Location? cause)
    {
        var properties = repair is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(IneffectiveProperties.Repair, repair);
        report(Diagnostic.Create(Descriptors.IneffectiveAuthorization, place, cause is { IsInSource: true } ? [cause] : [], properties, fault, remedy));
    }

    private static ISymbol? SymbolOf(SyntaxNode owner, SemanticModel model, CancellationToken cancellation) => owner switch
    {
        LambdaExpressionSyntax => model.GetSymbolInfo(owner, cancellation).Symbol,
        MethodDeclarationSyntax or LocalFunctionStatementSyntax or TypeDeclarationSyntax => model.GetDeclaredSymbol(owner, cancellation),
        _ => null,
    };
}
