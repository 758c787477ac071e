using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Recognises objects that are made of a key and nothing that tells their version: <c>new Order { Id = id }</c>.</summary>
internal sealed class Stubs(KnownTypes types)
{
    private static readonly string[] s_versionNames = ["Version", "RowVersion", "Timestamp", "ConcurrencyStamp", "ETag", "Xmin"];
    private static readonly string[] s_versionAttributes =
        ["System.ComponentModel.DataAnnotations.TimestampAttribute", "System.ComponentModel.DataAnnotations.ConcurrencyCheckAttribute"];

    private readonly EntityKeys _keys = EntityKeys.Of(types);
    private readonly TrackedStores _stores = TrackedStores.Of(types);

    /// <summary>The creation of the stub that an operation is; null where the object was loaded, was added before, or has its version.</summary>
    public IObjectCreationOperation? Of(IOperation entity)
    {
        var value = entity.Unwrap();
        if (value is IObjectCreationOperation direct)
            return IsStub(direct, Given(direct)) ? direct : null;
        if (value is not ILocalReferenceOperation local || SingleAssignment.ValueOf(local.Local, local)?.Unwrap() is not IObjectCreationOperation creation)
            return null;
        var given = Given(creation);
        foreach (var operation in FunctionBody.Operations(FunctionBody.Of(entity)))
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance, Property: var property } } when IsLocal(instance, local.Local):
                    given.Add(property.Name);
                    break;
                case IInvocationOperation call when call.Arguments.Any(argument => IsLocal(argument.Value, local.Local)) && !Attaches(call):
                    return null;
            }
        }

        return IsStub(creation, given) ? creation : null;
    }

    /// <summary>Whether the creation gives the key and nothing else.</summary>
    public bool IsKeyOnly(IObjectCreationOperation stub) =>
        stub.Type is { } type && _keys.Of(type).Any(key => key.SetEquals(Given(stub)));

    /// <summary>Calls that only make the object known to a context, or remove it; any other may fill or add it.</summary>
    private bool Attaches(IInvocationOperation call) =>
        _stores.IsStore(call.Instance?.Type) && call.TargetMethod.Name is "Attach" or "Remove" or "Entry";

    private bool IsStub(IObjectCreationOperation creation, HashSet<string> given) =>
        creation is { Type: { } type } && _keys.Identify(type, given) && !given.Any(member => IsVersion(type, member));

    private static HashSet<string> Given(IObjectCreationOperation creation)
    {
        var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var argument in creation.Arguments)
            given.Add(argument.Parameter?.Name ?? "");
        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property })
                given.Add(property.Property.Name);
        }

        return given;
    }

    private bool IsVersion(ITypeSymbol type, string member) =>
        s_versionNames.Contains(member, StringComparer.OrdinalIgnoreCase)
        || type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(member)).Any(symbol => s_versionAttributes.Any(attribute => symbol.HasAttribute(types[attribute])));

    private static bool IsLocal(IOperation operation, ILocalSymbol local) =>
        operation.Unwrap() is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
