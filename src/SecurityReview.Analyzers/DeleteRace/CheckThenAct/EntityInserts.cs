using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Recognises entities that are added to a context, and what their members are given.</summary>
internal sealed class EntityInserts(KnownTypes types)
{
    private static readonly ImmutableArray<string> s_exceptions =
        ImmutableArray.Create("Microsoft.EntityFrameworkCore.DbUpdateException", "System.Data.Entity.Infrastructure.DbUpdateException");

    private readonly TrackedStores _stores = TrackedStores.Of(types);

    public StoreAct? Read(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Add" or "AddAsync") || call.Arguments.Length == 0 || !_stores.IsStore(call.Instance?.Type))
            return null;
        var entity = call.Arguments[0].Value.Unwrap();
        if (entity.Type is not { } type || type.SpecialType != SpecialType.None)
            return null;
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var sources = ImmutableArray.CreateBuilder<string>();
        if (entity is ILocalReferenceOperation local)
        {
            sources.Add(local.Local.Name);
            AddAssigned(local, values);
            if (SingleAssignment.ValueOf(local.Local, local) is { } assigned)
                AddMade(assigned.Unwrap(), values, sources);
        }
        else
        {
            AddMade(entity, values, sources);
        }

        return new StoreAct(call, new Resource(ResourceKind.Rows, type.Name, values.ToImmutable()), IsInsert: true, type.Name)
        {
            Entity = type,
            Sources = sources.ToImmutable(),
            IsGiven = true,
            Exceptions = s_exceptions,
        };
    }

    private static void AddMade(IOperation entity, ImmutableDictionary<string, string>.Builder values, ImmutableArray<string>.Builder sources)
    {
        switch (ValueForm.Peel(entity))
        {
            case IObjectCreationOperation creation:
                foreach (var argument in creation.Arguments)
                {
                    if (argument.Parameter is { Name.Length: > 0 } parameter)
                        values[char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1)] = ValueText.Of(argument.Value);
                }

                foreach (var initializer in (creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<ISimpleAssignmentOperation>())
                {
                    if (initializer.Target is IPropertyReferenceOperation property)
                        values[property.Property.Name] = ValueText.Of(initializer.Value);
                }

                break;
            case IInvocationOperation mapping:
                // mapper.Map<User>(request), request.ToUser(), User.Create(request.Email): made out of what goes in.
                foreach (var given in mapping.Arguments.Select(argument => argument.Value).Append(mapping.Instance).OfType<IOperation>())
                {
                    if (ReferencePath.Of(given) is not null)
                        sources.Add(ValueText.Of(given));
                }

                break;
            case var other when ReferencePath.Of(other) is not null:
                sources.Add(ValueText.Of(other));
                break;
        }
    }

    /// <summary><c>user.Email = email;</c> before the entity is added.</summary>
    private static void AddAssigned(ILocalReferenceOperation local, ImmutableDictionary<string, string>.Builder values)
    {
        foreach (var operation in FunctionBody.Operations(FunctionBody.Of(local)))
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation target, Property: var property } } assignment
                && SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
            {
                values[property.Name] = ValueText.Of(assignment.Value);
            }
        }
    }
}
