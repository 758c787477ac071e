using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Storage;

/// <summary>
/// The entity that a call of the model configuration is about: <c>model.Entity&lt;Order&gt;().HasKey(…)</c>, the same on the parameter of the lambda that
/// <c>Entity</c> is given, or on the builder that a configuration class gets. Read from declarations where these say it, since to bind such a call binds the
/// whole configuration around it.
/// </summary>
internal sealed class ConfiguredEntity(Compilation compilation, INamedTypeSymbol builder)
{
    /// <summary>The entity; null where the call is of something else.</summary>
    public ITypeSymbol? Of(InvocationExpressionSyntax call)
    {
        var receiver = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        var entity = receiver switch
        {
            InvocationExpressionSyntax inner => EntityNamedBy(inner),
            IdentifierNameSyntax variable => EntityOf(variable),
            _ => null,
        };
        return entity ?? EntityIn(ForeignModels.Of(compilation, call.SyntaxTree).GetTypeInfo(receiver).Type);
    }

    private ITypeSymbol? EntityIn(ITypeSymbol? type) =>
        type is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, builder) ? named.TypeArguments[0] : null;

    /// <summary>The type in <c>model.Entity&lt;Order&gt;(…)</c>; null for any other call.</summary>
    private ITypeSymbol? EntityNamedBy(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: GenericNameSyntax { Identifier.ValueText: "Entity", TypeArgumentList.Arguments: { Count: 1 } arguments } } ||
            call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { OpenBraceToken: { IsMissing: false, RawKind: not 0 } start } ||
            ForeignModels.Of(compilation, call.SyntaxTree).GetSpeculativeTypeInfo(start.Span.End, arguments[0], SpeculativeBindingOption.BindAsTypeOrNamespace).Type is not { TypeKind: not TypeKind.Error } type)
        {
            return null;
        }

        return type;
    }

    private ITypeSymbol? EntityOf(IdentifierNameSyntax variable)
    {
        var name = variable.Identifier.ValueText;
        foreach (var node in variable.Ancestors())
        {
            switch (node)
            {
                case LambdaExpressionSyntax lambda when ParametersOf(lambda).Any(parameter => parameter.Identifier.ValueText == name):
                    return lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? EntityNamedBy(call) : null;
                case LocalFunctionStatementSyntax:
                    return null;
                case BaseMethodDeclarationSyntax method:
                    return method.ParameterList.Parameters.FirstOrDefault(parameter => parameter.Identifier.ValueText == name) is { } given
                        ? EntityIn(ForeignModels.Of(compilation, variable.SyntaxTree).GetDeclaredSymbol(given)?.Type)
                        : null;
            }
        }

        return null;
    }

    private static IEnumerable<ParameterSyntax> ParametersOf(LambdaExpressionSyntax lambda) =>
        lambda is ParenthesizedLambdaExpressionSyntax several ? several.ParameterList.Parameters : Enumerable.Repeat(((SimpleLambdaExpressionSyntax)lambda).Parameter, 1);
}
