using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Questions about parameters that several parts ask.</summary>
internal static class ParameterSymbolExtensions
{
    /// <summary>Whether a parameter is of a primary constructor, so that the members of the type see it.</summary>
    public static bool IsPrimary(this IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor &&
        constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);
}
