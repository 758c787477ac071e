using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Catching;

/// <summary>Values that say nothing, so that whoever gets one cannot tell a failure from an empty result: null, 0, <c>""</c>, no elements, success.</summary>
internal static class EmptyValue
{
    public static bool Is(IOperation value)
    {
        var bare = value.Unwrap();
        if (bare.ConstantValue.HasValue)
            return bare.ConstantValue.Value is null or "" or true || IsZero(bare.ConstantValue.Value);
        return bare switch
        {
            IDefaultValueOperation => true,
            IMemberReferenceOperation { Member: { Name: "Empty" or "CompletedTask" or "None", IsStatic: true } } => true,
            IInvocationOperation { TargetMethod: { Name: "Empty", IsStatic: true }, Arguments.Length: 0 } => true,
            IInvocationOperation { TargetMethod.Name: "FromResult" or "Ok" or "NoContent" or "Accepted" or "Success" } call => call.Arguments.All(static argument => Is(argument.Value)),
            IArrayCreationOperation array => array.Initializer is { } elements ? elements.ElementValues.IsEmpty : array.DimensionSizes.All(Is),
            IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null or { Initializers.IsEmpty: true }, Type: { } type } => IsCollection(type),
            IObjectCreationOperation { Type: INamedTypeSymbol { Name: "ValueTask", Arity: 1 }, Arguments.Length: 1 } task => Is(task.Arguments[0].Value),
            { Syntax: CollectionExpressionSyntax { Elements.Count: 0 } } => true,
            _ => false,
        };
    }

    private static bool IsZero(object? constant) => constant is 0 or 0L or 0d or 0f or 0m or (short)0 or (byte)0 or 0u or 0ul;

    private static bool IsCollection(ITypeSymbol type) =>
        type.AllInterfaces.Any(static declared => declared.SpecialType == SpecialType.System_Collections_IEnumerable);
}
