using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>What a slot of an instance stands for in the code.</summary>
internal static class InstanceMembers
{
    /// <summary>The field, property, event or primary-constructor parameter of a type; null where the name is none that is declared here.</summary>
    public static ISymbol? Named(INamedTypeSymbol? type, string slot)
    {
        foreach (var current in type?.SelfAndBaseTypes().OfType<INamedTypeSymbol>() ?? [])
        {
            if (!current.HasSource())
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

    /// <summary>The last member on the way to an origin, whose object or element it is; null where the way has none that is declared here.</summary>
    public static ISymbol? Last(SymbolicOrigin origin)
    {
        var (last, type) = origin.IsInstance ? (null, origin.Root.ContainingType) : (origin.Root, TypeOf(origin.Root));
        foreach (var slot in origin.Path?.Slots ?? [])
        {
            if (slot[0] == '[')
            {
                type = (type as INamedTypeSymbol)?.TypeArguments.LastOrDefault() ?? (type as IArrayTypeSymbol)?.ElementType;
            }
            else if (slot != HeapSlot.Result)
            {
                var member = Named(type as INamedTypeSymbol, slot);
                (last, type) = (member ?? last, member is null ? null : TypeOf(member));
            }
        }

        return last;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol @event => @event.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    /// <summary>Whether only the object itself writes a member.</summary>
    public static bool IsOwn(ISymbol? member) => member is IParameterSymbol
        or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or IFieldSymbol { IsReadOnly: true }
        or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } };
}
