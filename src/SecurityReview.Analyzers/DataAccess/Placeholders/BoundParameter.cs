using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DataAccess.Placeholders;

/// <summary>A parameter that is passed along with SQL text.</summary>
/// <param name="Value">What is passed; null where that is not in sight.</param>
/// <param name="Type">Its type, if it is known.</param>
/// <param name="IsSized">Whether the parameter is given a length, which a longer value would not fit.</param>
internal sealed record BoundParameter(IOperation? Value, ITypeSymbol? Type, bool IsSized = false)
{
    /// <summary>Whether it is a single value: a table can be passed too, and can stand where tables do.</summary>
    public bool IsScalar => Type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsScalarType(nullable.TypeArguments[0]),
        { } type => IsScalarType(type),
        null => false,
    };

    private static bool IsScalarType(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime
        || type is { Name: "Guid", ContainingNamespace.Name: "System" };
}
