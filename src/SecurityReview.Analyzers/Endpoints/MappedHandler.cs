using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>What a <c>Map…</c> call maps.</summary>
/// <param name="Pattern">The route of the call itself; empty where it is no constant.</param>
/// <param name="Function">The handler, where it is a function of the program.</param>
/// <param name="IsGivenHere">Whether the call names a handler, and does not pass one on that it was given.</param>
internal sealed record MappedHandler(string Pattern, IMethodSymbol? Function, bool IsGivenHere)
{
    public static MappedHandler Of(IInvocationOperation call)
    {
        var pattern = call.Arguments.Select(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null).FirstOrDefault(static text => text is not null) ?? "";
        foreach (var argument in call.Arguments)
        {
            switch (argument.Value.Unwrap())
            {
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                    return new(pattern, lambda.Symbol, IsGivenHere: true);
                case IDelegateCreationOperation { Target: IMethodReferenceOperation method }:
                    return new(pattern, method.Method.OriginalDefinition, IsGivenHere: true);
                case ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation when argument.Parameter?.Type is { } type && IsFunction(type):
                    return new(pattern, null, IsGivenHere: true);
            }
        }

        return new(pattern, null, IsGivenHere: false);
    }

    private static bool IsFunction(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || type.SpecialType == SpecialType.System_Delegate || type.SpecialType == SpecialType.System_MulticastDelegate;
}
