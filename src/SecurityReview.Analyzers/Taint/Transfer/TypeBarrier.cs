using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>Types whose values cannot carry text, so that nothing an attacker writes survives in them: numbers, truths, Guids, enums, dates, signals.</summary>
internal sealed class TypeBarrier
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _canCarry = new(SymbolEqualityComparer.Default);
    private readonly bool _identifiersPass;
    private readonly bool _truthsPass;

    private TypeBarrier(bool identifiersPass, bool truthsPass) => (_identifiersPass, _truthsPass) = (identifiersPass, truthsPass);

    public static TypeBarrier Of(KnownTypes types) => types.Fact(static _ => new Barriers()).ForText;

    /// <summary>The barrier of the queries under an assumption.</summary>
    public static TypeBarrier Of(KnownTypes types, FlowAssumption? assumption) =>
        assumption switch
        {
            { CarriesTruths: true } => types.Fact(static _ => new Barriers()).ForPrivileges,
            { CarriesIdentifiers: true } => types.Fact(static _ => new Barriers()).ForIdentifiers,
            _ => Of(types),
        };

    /// <summary>Whether values of the type name a thing, and the query is about such: what is parsed from text or made of a number still names it.</summary>
    public bool PassesIdentifier(ITypeSymbol? type) => _identifiersPass && type is not null && IsIdentifier(type);

    /// <summary>Whether a value of the type can hold text; true where the type is not known.</summary>
    public bool CanCarryText(ITypeSymbol? type) => type is null || _canCarry.GetOrAdd(type, Judge);

    /// <summary>Whether a collection of the type can spell a text: bytes and letters can, however little one of them says.</summary>
    private bool CanSpell(ITypeSymbol element) => element.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte || CanCarryText(element);

    private bool Judge(ITypeSymbol type)
    {
        type = type.UnwrapTask();
        if (type is IArrayTypeSymbol array)
            return CanSpell(array.ElementType);
        if (type is INamedTypeSymbol { Arity: > 0 } generic && generic.SequenceElement() is not null)
            return generic.TypeArguments.Any(CanSpell);
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (_identifiersPass && IsIdentifier(type))
            return true;
        if (_truthsPass && (type.SpecialType == SpecialType.System_Boolean || type.TypeKind == TypeKind.Enum))
            return true;
        if (type.TypeKind is TypeKind.Enum or TypeKind.Delegate)
            return false;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_IntPtr
                or SpecialType.System_UIntPtr or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
                or SpecialType.System_DateTime or SpecialType.System_Void:
                return false;
        }

        return !(type.Name is "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" or "Int128" or "UInt128" or "Half" or "Index" or "Range" or "Version"
            && type.ContainingNamespace.IsNamed("System")) && !(type.Name == "CancellationToken" && type.ContainingNamespace.IsNamed("System", "Threading"));
    }

    private static bool IsIdentifier(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        return type.SpecialType is SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64
                or SpecialType.System_UInt64 or SpecialType.System_Decimal
            || (type.Name == "Guid" && type.ContainingNamespace.IsNamed("System"));
    }

    private sealed class Barriers
    {
        public TypeBarrier ForText { get; } = new(identifiersPass: false, truthsPass: false);

        public TypeBarrier ForIdentifiers { get; } = new(identifiersPass: true, truthsPass: false);

        public TypeBarrier ForPrivileges { get; } = new(identifiersPass: true, truthsPass: true);
    }
}
