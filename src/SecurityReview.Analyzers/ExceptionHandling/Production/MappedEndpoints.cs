using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Production;

/// <summary>
/// Whether a program maps endpoints that run its own code. Health checks and documents about the API are none; gRPC answers exceptions in its own
/// way, which no handler of HTTP sees, and the page beside them that says so cannot fail.
/// </summary>
internal static class MappedEndpoints
{
    private static readonly string[] s_calls =
    [
        "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "Map", "MapGroup", "MapFallback", "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute",
        "MapAreaControllerRoute", "MapRazorPages", "MapRazorComponents", "MapHub", "MapBlazorHub", "MapConnections", "MapGraphQL", "MapODataRoute",
        "UseEndpoints", "UseMvc", "UseMvcWithDefaultRoute", "UseFastEndpoints", "MapFastEndpoints", "MapCarter",
    ];

    public static bool ExistIn(Compilation compilation) =>
        NamedCalls.In(compilation, s_calls).Any(call => !AnswersConstant(call) || !NamedCalls.In(compilation, ["MapGrpcService"]).Any());

    /// <summary><c>MapGet("/", () => "Call by gRPC.")</c>.</summary>
    private static bool AnswersConstant(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.LastOrDefault()?.Expression is LambdaExpressionSyntax { ExpressionBody: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } };
}
