using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>How a filter or middleware refuses a request: a result in its context, a returned result, or the status of the response.</summary>
internal static class RefusedRequest
{
    /// <summary>The statements that refuse and leave; empty where it is not certain how.</summary>
    public static ImmutableArray<StatementSyntax> In(EnclosingFunction function, RepairContext context)
    {
        var compilation = context.Model.Compilation;
        var parameters = function.Symbol?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        if (parameters.FirstOrDefault(parameter => HasResult(parameter.Type, compilation)) is { } filtered && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.ForbidResult") is { } forbid)
            return WithLeave(function, Assign(filtered.Name + ".Result", SyntaxFactory.ObjectCreationExpression(TypeName(forbid), SyntaxFactory.ArgumentList(), null)));
        if (parameters.Any(static parameter => parameter.Type.Name == "EndpointFilterInvocationContext") && function.Symbol is { IsAsync: true } &&
            compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.Results") is { } results)
        {
            var result = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, TypeName(results), SyntaxFactory.IdentifierName("Forbid")));
            return ImmutableArray.Create<StatementSyntax>(SyntaxFactory.ReturnStatement(result));
        }

        if (parameters.FirstOrDefault(static parameter => parameter.Type.Name == "HttpContext") is { } http && compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.StatusCodes") is { } codes)
        {
            var status = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, TypeName(codes), SyntaxFactory.IdentifierName("Status403Forbidden"));
            return WithLeave(function, Assign(http.Name + ".Response.StatusCode", status));
        }

        return ImmutableArray<StatementSyntax>.Empty;
    }

    /// <summary>The statement that leaves a function that returns nothing; null where that takes a value.</summary>
    public static StatementSyntax? Leave(EnclosingFunction function) => function.Symbol switch
    {
        { ReturnsVoid: true } or { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 0 } } => SyntaxFactory.ReturnStatement(),
        { IsAsync: false, ReturnType: { Name: "Task" } and INamedTypeSymbol { Arity: 0 } } => SyntaxFactory.ReturnStatement(SyntaxFactory.ParseExpression("global::System.Threading.Tasks.Task.CompletedTask")
            .WithAdditionalAnnotations(Simplifier.Annotation)),
        _ => null,
    };

    private static ImmutableArray<StatementSyntax> WithLeave(EnclosingFunction function, StatementSyntax refusal) =>
        Leave(function) is { } leave ? ImmutableArray.Create(refusal, leave) : ImmutableArray<StatementSyntax>.Empty;

    private static StatementSyntax Assign(string target, ExpressionSyntax value) =>
        SyntaxFactory.ExpressionStatement(SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.ParseExpression(target), value));

    private static bool HasResult(ITypeSymbol type, Compilation compilation) =>
        type.IsOrInherits(compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Mvc.Filters.FilterContext")) && type.GetMembers("Result").Any(static member => member is IPropertySymbol { SetMethod: not null });

    private static NameSyntax TypeName(INamedTypeSymbol type) =>
        SyntaxFactory.ParseName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
