using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>
/// Members that are found by reflection, as far as their type and their name are known: calling one is calling it, reading one is reading it.
/// </content>
internal sealed partial class TransferFunction
{
    /// <summary>The result of a call on a type or on a member of one; null where it is none, or where it is not known of which.</summary>
    private AbstractValue? CallReflected(IInvocationOperation invocation, AbstractValue instance, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        var method = invocation.TargetMethod;
        if (method is { Name: "GetType", Parameters.IsEmpty: true, ContainingType.SpecialType: SpecialType.System_Object })
            return CallTargets.ExactTypesOf(instance) is { IsEmpty: false } types ? MirrorOf(types) : null;
        var mirrored = instance.Objects.OfType<HeapObject.Mirror>().Select(static mirror => mirror.Symbol).ToList();
        if (mirrored.Count == 0 || mirrored.Count != instance.Objects.Length)
            return null;
        switch (method.Name)
        {
            case "GetMethod" or "GetProperty" or "GetField" when Named(arguments, "name")?.Constant is { IsKnown: true, Value: string name }:
                var found = mirrored.OfType<ITypeSymbol>().SelectMany(static type => type.SelfAndBaseTypes()).SelectMany(type => type.GetMembers(name)).Where(IsKnownCode).ToList();
                return found.Count > 0 ? MirrorOf(found) : null;
            case "Invoke" when Named(arguments, "obj") is { } target && Named(arguments, "parameters") is { } given:
                return ForEach(mirrored.OfType<IMethodSymbol>(), called =>
                    Apply(new HeapObject.Function(called, Single(target)), called.Parameters.Select(parameter => State.ReadElement(given, HeapSlot.Element(parameter.Ordinal))).ToArray(), invocation));
            case "GetValue" when Named(arguments, "obj") is { } holder:
                return ForEach(mirrored, member => member is IPropertySymbol { GetMethod: { } getter }
                    ? Apply(new HeapObject.Function(getter, Single(holder)), [], invocation) : ReadMember(holder, member, SlotName(member)));
            case "SetValue" when Named(arguments, "obj") is { } holder && Named(arguments, "value") is { } value:
                return ForEach(mirrored, member =>
                {
                    if (member is IPropertySymbol { SetMethod: { } setter })
                        return Apply(new HeapObject.Function(setter, Single(holder)), [value], invocation);
                    WriteSlot(holder, SlotName(member), value);
                    return AbstractValue.Clean;
                });
            default:
                return null;
        }
    }

    private static AbstractValue MirrorOf(IEnumerable<ISymbol> symbols) =>
        AbstractValue.Clean.WithObjects(symbols.Select(static symbol => (HeapObject)new HeapObject.Mirror(symbol)).Take(AbstractValue.MaxWidth).ToImmutableArray());

    private static bool IsKnownCode(ISymbol member) => member is IMethodSymbol or IPropertySymbol { IsIndexer: false } or IFieldSymbol && !member.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>What any of some members gives, each met in the same state; null where there is none.</summary>
    private AbstractValue? ForEach<TMember>(IEnumerable<TMember> members, Func<TMember, AbstractValue> run)
        where TMember : ISymbol
    {
        var before = State;
        AbstractValue? result = null;
        AbstractState? after = null;
        foreach (var member in members)
        {
            State = before;
            result = (result ?? AbstractValue.Bottom).Join(run(member));
            after = after?.Join(State) ?? State;
        }

        State = after ?? before;
        return result;
    }
}
