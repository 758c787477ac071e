using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.Secrets;

/// <summary>Which variables and members hold secrets, and which types have such members.</summary>
internal sealed class SecretMembers(KnownTypes types, SecretNames names)
{
    private readonly ConcurrentDictionary<ITypeSymbol, ISymbol?> _ofTypes = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _classification = types["Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute"];

    /// <summary>Whether a variable or member holds a secret: it is classified so, or is text or bytes with such a name.</summary>
    public bool IsSecret(ISymbol symbol, ITypeSymbol type) => symbol.HasAttribute(_classification) || (IsReadable(type) && names.Contains(symbol.Name) && !IsText(symbol));

    /// <summary>Whether text under a key or of a method is a secret by its name.</summary>
    public bool IsSecret(string name, ITypeSymbol type) => IsReadable(type) && names.Contains(name);

    /// <summary>The first member of a type that is written out with it and holds a secret; null for none.</summary>
    public ISymbol? In(ITypeSymbol type) => type.SpecialType == SpecialType.None && type.TypeKind is TypeKind.Class or TypeKind.Struct ? _ofTypes.GetOrAdd(type, Find) : null;

    private ISymbol? Find(ITypeSymbol type) => type.SelfAndBaseTypes()
        .SelectMany(static current => current.GetMembers().OfType<IPropertySymbol>())
        .FirstOrDefault(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } && IsSecret(property, property.Type) && !IsLeftOut(property));

    private static bool IsLeftOut(IPropertySymbol property) => property.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name is "JsonIgnoreAttribute" or "IgnoreDataMemberAttribute" or "NotLoggedAttribute" or "LogMaskedAttribute" or "SensitiveDataAttribute");

    /// <summary>Messages about secrets, by their type: <c>Messages.WrongPassword</c>.</summary>
    private static bool IsText(ISymbol symbol) =>
        symbol is { IsStatic: true, ContainingType.Name: var holder } &&
        new[] { "Resource", "Message", "String", "Error", "Label", "Text", "Route", "Const", "Names", "Keys" }.Any(word => holder.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>Whether values of a type show what they hold: text and bytes.</summary>
    private static bool IsReadable(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte or SpecialType.System_Char } => true,
        INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" } span => span.TypeArguments[0].SpecialType is SpecialType.System_Byte or SpecialType.System_Char,
        INamedTypeSymbol { Name: "StringValues" } => true,
        _ => false,
    };
}
