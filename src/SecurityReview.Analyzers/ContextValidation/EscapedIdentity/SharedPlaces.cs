using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.EscapedIdentity;

/// <summary>Places that all requests share: static members, and members of objects of which there is one.</summary>
internal sealed class SharedPlaces(KnownTypes types)
{
    private static readonly HashSet<string> s_adders = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "AddOrUpdate", "GetOrAdd", "Enqueue", "Push", "Insert", "AddLast", "AddFirst", "Append", "Prepend", "TryWrite",
    };

    private readonly SingletonTypes _singletons = SingletonTypes.Of(types);

    /// <summary>The shared member that an assignment writes; null where it writes none.</summary>
    public ISymbol? Written(IOperation target) => target switch
    {
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol { IsIndexer: false } } member => Shared(member),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection } => OfCollection(collection),
        IArrayElementReferenceOperation element => OfCollection(element.ArrayReference),
        _ => null,
    };

    /// <summary>The shared collection that a call adds to; null where it adds to none.</summary>
    public ISymbol? AddedTo(IInvocationOperation call) => s_adders.Contains(call.TargetMethod.Name) && call.Receiver() is { } receiver ? OfCollection(receiver) : null;

    private ISymbol? OfCollection(IOperation collection) => collection.Unwrap() is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member ? Shared(member) : null;

    private ISymbol? Shared(IMemberReferenceOperation reference)
    {
        var member = reference.Member;
        if (!member.HasSource() || !Stores(member) || member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute"))
            return null;
        if (member.IsStatic)
            return member;
        return reference.Instance is IInstanceReferenceOperation && _singletons.Contain(member.ContainingType) ? member : null;
    }

    /// <summary>A property with code of its own may keep the value per request.</summary>
    private static bool Stores(ISymbol member) =>
        member is IFieldSymbol || member.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member));
}
