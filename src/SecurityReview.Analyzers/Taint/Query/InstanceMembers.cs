using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>What a slot of an instance stands for in the code.</summary>
internal static class InstanceMembers
{
    /// <summary>The field, property, event or primary-constructor parameter of a type; null where the name is none that is declared here.</summary>
    public static ISymbol? Named(INamedTypeSymbol? type, string slot)
    {
        foreach (var current in type?.SelfAndBaseTypes().OfType<INamedTypeSymbol>() ?? [])
        {
            if (current.DeclaringSyntaxReferences.IsEmpty)
                return null;
            var parameter = current.InstanceConstructors.SelectMany(static constructor => constructor.Parameters)
                .FirstOrDefault(candidate => candidate.Name == slot && candidate.IsPrimary());
            if (parameter is not null)
                return parameter;
            if (current.GetMembers(slot).FirstOrDefault(static member => member is IFieldSymbol or IPropertySymbol or IEventSymbol) is { } member)
                return member.OriginalDefinition;
        }

        return null;
    }

    /// <summary>Whether only the object itself writes a member.</summary>
    public static bool IsOwn(ISymbol? member) => member is IParameterSymbol
        or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or IFieldSymbol { IsReadOnly: true }
        or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } };
}
