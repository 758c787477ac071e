using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// What <c>@bind</c> becomes: the Razor compiler hands a lambda to a binder, which calls it with what the user put into the input of the page.
/// </summary>
internal sealed class BoundSetters(KnownTypes types)
{
    /// <summary>The members of the framework that take the lambda: of an element (also written by hand), and of a component, by the age of the compiler.</summary>
    private static readonly string[] s_binders = ["CreateBinder", "CreateInferredBindSetter", "CreateInferredEventCallback"];

    private static readonly string[] s_holders = ["EventCallbackFactoryBinderExtensions", "RuntimeHelpers", "Factory"];

    /// <summary>Whether a parameter is what the user put in.</summary>
    public bool Gets(IParameterSymbol parameter, IMethodSymbol method) =>
        method.MethodKind == MethodKind.AnonymousFunction && parameter.Ordinal == 0 && types["Microsoft.AspNetCore.Components.EventCallbackFactory"] is not null &&
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is LambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } && IsBinder(call.Expression);

    private static bool IsBinder(ExpressionSyntax called) =>
        called is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var holder } && s_binders.Contains(name) && s_holders.Contains(NameOf(holder));

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => "",
    };
}
