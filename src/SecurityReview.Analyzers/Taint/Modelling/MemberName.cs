using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>A name with which code speaks of a member that rows are about: what is looked for before anything is bound.</summary>
/// <param name="Name">The name of the member; of a constructor, that of its type.</param>
/// <param name="IsType">Whether it is the name of a type, whose constructors the rows are about.</param>
/// <param name="Holder">The name that must stand in the same file: that of the type, where a static member is named with it. Null for none.</param>
/// <param name="Type">The type that declares it.</param>
/// <param name="Receivers">The types on whose objects the member is called: one of them, or a type that inherits it. Empty where that says nothing.</param>
internal sealed record MemberName(string Name, bool IsType, string? Holder, INamedTypeSymbol Type, ImmutableArray<INamedTypeSymbol> Receivers)
{
    /// <summary>The word that stands where code speaks of the member.</summary>
    public SoughtWord Word { get; } = SoughtWord.Of(Name, IsType || !IsMethod(Type, Name) ? WordUse.Any : WordUse.Called, NamespaceFor(IsType, Type));

    public static MemberName OfType(INamedTypeSymbol type) => new(type.Name, true, null, type, ImmutableArray<INamedTypeSymbol>.Empty);

    public static MemberName OfMember(string name, INamedTypeSymbol type)
    {
        if (type.MightContainExtensionMethods)
            return new MemberName(name, false, null, type, ExtendedBy(type, name));
        var isStatic = type.IsStatic || type.GetMembers(name).Any(static member => member.IsStatic);
        return new MemberName(name, false, type.IsStatic ? type.Name : null, type, isStatic ? ImmutableArray<INamedTypeSymbol>.Empty : ImmutableArray.Create(type));
    }

    private static bool IsMethod(INamedTypeSymbol type, string name) =>
        type.GetMembers(name) is { IsEmpty: false } members && members.All(static member => member is IMethodSymbol);

    /// <summary>
    /// The namespace that must be known where code speaks of the member: who names a type or calls an extension method imports it, who is given an object need not.
    /// </summary>
    private static string? NamespaceFor(bool isType, INamedTypeSymbol type) =>
        (isType || type.IsStatic) && type is { ContainingType: null, ContainingNamespace: { IsGlobalNamespace: false } space } ? space.ToDisplayString() : null;

    /// <summary>The types that extension methods of a name extend, which are called without their own type; empty where one extends more than a named type.</summary>
    private static ImmutableArray<INamedTypeSymbol> ExtendedBy(INamedTypeSymbol holder, string name)
    {
        var extended = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var method in holder.GetMembers(name).OfType<IMethodSymbol>())
        {
            if (!method.IsExtensionMethod || method.Parameters[0].Type is not INamedTypeSymbol { SpecialType: SpecialType.None } type)
                return ImmutableArray<INamedTypeSymbol>.Empty;
            if (!extended.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default))
                extended.Add(type.OriginalDefinition);
        }

        return extended.ToImmutable();
    }
}
