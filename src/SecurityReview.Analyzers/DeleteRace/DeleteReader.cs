using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Reads what a call deletes. The rules about deletes judge this.</summary>
internal sealed class DeleteReader
{
    private readonly DeleteApis _apis;
    private readonly EntityKeys _keys;
    private readonly SqlDeleteScope _sql;
    private readonly WholeQueries _whole;
    private readonly INamedTypeSymbol? _sequence;
    private readonly INamedTypeSymbol? _map;

    private DeleteReader(KnownTypes types)
    {
        _apis = DeleteApis.Of(types);
        _keys = EntityKeys.Of(types);
        _sql = new SqlDeleteScope(TableEntities.Of(types), _keys);
        _whole = new WholeQueries(types);
        _sequence = types["System.Collections.IEnumerable"];
        _map = types["System.Collections.Generic.IDictionary`2"];
    }

    public static DeleteReader Of(KnownTypes types) => types.Fact(static key => new DeleteReader(key));

    /// <summary>The names of the methods that delete.</summary>
    public IEnumerable<string> Names => _apis.Names;

    /// <summary>What a call deletes; null if it is no delete, or not known to be one.</summary>
    public DeleteScope? Read(IInvocationOperation call, CancellationToken cancellation)
    {
        if (_apis.Match(call) is not { } api || ScopeOf(call, api, cancellation) is not { } scope)
            return null;
        return scope.IsSingleRow && (IsRepeated(call) || HasSequence(call, api)) ? scope with { IsSingleRow = false } : scope;
    }

    /// <summary>Whether these members or columns of what a delete deletes leave at most one row.</summary>
    public bool Identify(DeleteScope scope, ICollection<string> members) =>
        scope.Table is { } table ? _sql.Identify(table, scope.Entity, members) : scope.Entity is { } entity && _keys.Identify(entity, members);

    private DeleteScope? ScopeOf(IInvocationOperation call, DeleteApi api, CancellationToken cancellation)
    {
        switch (api.TargetKind)
        {
            case DeleteTargetKind.Query:
                return OfQuery(call, cancellation);
            case DeleteTargetKind.Key:
                return EntityOf(call) is { } entity ? OfKey(call, api, entity) : null;
            case DeleteTargetKind.Condition:
                return EntityOf(call) is { } element ? OfCondition(call, api, element) : null;
            case DeleteTargetKind.Entry:
                return EntryDeletes.Read(call, api);
            case DeleteTargetKind.Entity:
                return call.ArgumentFor(api.Target)?.Value.Unwrap().Type is { } type ? new DeleteScope(type.Name, IsSingleRow: true) { Entity = type } : null;
            default:
                return StatementTexts.Of(call, api, SqlVerb.Delete, cancellation) is { } statement ? _sql.Of(statement) : null;
        }
    }

    private static ITypeSymbol? EntityOf(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.FirstOrDefault() ?? (call.Receiver()?.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();

    /// <summary>A method that deletes one element at most, by whatever it is found: only a key says which one.</summary>
    private DeleteScope OfCondition(IInvocationOperation call, DeleteApi api, ITypeSymbol entity)
    {
        var members = FilterConditions.Equalities(call, call.ArgumentFor(api.Target)!.Value);
        return new DeleteScope(entity.Name, _keys.Identify(entity, members.Keys)) { Entity = entity, Values = members.ToImmutableDictionary(static member => member.Key, static member => ValueText.Of(member.Value)) };
    }

    private static DeleteScope OfKey(IInvocationOperation call, DeleteApi api, ITypeSymbol entity) => new(entity.Name, IsSingleRow: true)
    {
        Entity = entity,
        Values = ImmutableDictionary<string, string>.Empty.Add("Id", ValueText.Of(call.ArgumentFor(api.Target)!.Value)),
    };

    private DeleteScope? OfQuery(IInvocationOperation call, CancellationToken cancellation)
    {
        if (call.TargetMethod.TypeArguments.FirstOrDefault() is not { } entity || call.Receiver() is not { } query)
            return null;
        var members = QueryConditions.EqualitiesOf(call);
        return new DeleteScope(entity.Name, members is not null && _keys.Identify(entity, members.Keys))
        {
            Entity = entity,
            Values = members?.ToImmutableDictionary(member => member.Key, member => ValueText.Of(member.Value)) ?? ImmutableDictionary<string, string>.Empty,
            IsWhole = !call.Arguments.Any(static argument => argument.Parameter?.Name == "predicate") && _whole.Contains(query, cancellation),
        };
    }

    /// <summary>One delete for each element of a sequence is a delete of a set, written out.</summary>
    private static bool IsRepeated(IOperation call)
    {
        for (var current = call.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IForEachLoopOperation or IForLoopOperation:
                    return true;
                case IAnonymousFunctionOperation lambda:
                    return lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ForEach" or "ForEachAsync" } } };
                case ILocalFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Values that are a sequence of rows; a dictionary holds the values of one.</summary>
    private bool HasSequence(IInvocationOperation call, DeleteApi api)
    {
        if (api.Arguments.Length == 0)
            return false;
        var values = call.ArgumentFor(api.Arguments) ?? (call.ArgumentFor(api.Target)?.Value.Unwrap() is IObjectCreationOperation command
            ? command.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == api.Arguments)
            : null);
        return values?.Value.Unwrap().Type is { SpecialType: not SpecialType.System_String } type
            && type.IsOrInherits(_sequence)
            && !type.IsOrInherits(_map);
    }
}
