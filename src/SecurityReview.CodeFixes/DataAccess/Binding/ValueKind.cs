using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>What the text of a value looks like when it becomes part of a string.</summary>
internal enum ValueKind
{
    /// <summary>Not known, or nothing that makes sense in SQL.</summary>
    None,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A type that converts to text (a header or query value), without a literal of its own.</summary>
    TextLike,

    /// <summary>A whole number: the same text in every culture.</summary>
    Integral,

    Decimal,
    Double,
    Boolean,

    /// <summary>A value type with a text form that needs quotes: Guid, dates, enums, characters.</summary>
    Formatted,

    /// <summary>An object: its <c>ToString()</c>.</summary>
    Object,
}

/// <summary>The kinds of types.</summary>
internal static class ValueKinds
{
    public static ValueKind Of(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        switch (type)
        {
            case null or { TypeKind: TypeKind.Error or TypeKind.Dynamic or TypeKind.Array or TypeKind.Pointer or TypeKind.Delegate or TypeKind.FunctionPointer }:
                return ValueKind.None;
            case { TypeKind: TypeKind.Enum }:
                return ValueKind.Formatted;
        }

        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return ValueKind.Text;
            case SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64:
                return ValueKind.Integral;
            case SpecialType.System_Decimal:
                return ValueKind.Decimal;
            case SpecialType.System_Double:
                return ValueKind.Double;
            case SpecialType.System_Boolean:
                return ValueKind.Boolean;
            case SpecialType.System_Char or SpecialType.System_DateTime or SpecialType.System_Single
                or SpecialType.System_SByte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64:
                return ValueKind.Formatted;
        }

        if (type is { Name: "StringValues", ContainingNamespace: { Name: "Primitives" } space } && space.ContainingNamespace.IsNamed("Microsoft", "Extensions"))
            return ValueKind.TextLike;
        if (type.IsValueType && type.ContainingNamespace.IsNamed("System") && type.Name is "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan")
            return ValueKind.Formatted;
        // A sequence writes the name of its type.
        return type.IsRefLikeType || type.AllInterfaces.Any(candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable) ? ValueKind.None : ValueKind.Object;
    }

    /// <summary>Whether values of a type are safe as part of any SQL: digits and letters that nobody chooses.</summary>
    public static bool IsHarmlessText(ITypeSymbol? type) => Of(type) is ValueKind.Integral;
}
