using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Reads what a call deletes. The rules about deletes judge this.</summary>
internal sealed class DeleteReader
{
    private readonly DeleteApis _apis;
    private readonly EntityKeys _keys;
    private readonly SqlDeleteScope _sql;
    private readonly INamedTypeSymbol? _sequence;
    private readonly INamedTypeSymbol? _map;

    private DeleteReader(KnownTypes types)
    {
        _apis = DeleteApis.Of(types);
        _keys = EntityKeys.Of(types);
        _sql = new SqlDeleteScope(TableEntities.Of(types), _keys);
        _sequence = types["System.Collections.IEnumerable"];
        _map = types["System.Collections.Generic.IDictionary`2"];
    }

    public static DeleteReader Of(KnownTypes types) => types.Fact(static key => new DeleteReader(key));

    /// <summary>What a call deletes; null if it is no delete, or not known to be one.</summary>
    public DeleteScope? Read(IInvocationOperation call, CancellationToken cancellation)
    {
        if (_apis.Match(call) is not { } api || ScopeOf(call, api, cancellation) is not { } scope)
            return null;
        return scope.IsSingleRow && (IsRepeated(call) || HasSequence(call, api)) ? scope with { IsSingleRow = false } : scope;
    }

    private DeleteScope? ScopeOf(IInvocationOperation call, DeleteApi api, CancellationToken cancellation)
    {
        switch (api.TargetKind)
        {
            case DeleteTargetKind.Query:
                return OfQuery(call);
            case DeleteTargetKind.SqlArgument:
                return call.ArgumentFor(api.Target) is { } text ? OfText(text.Value, cancellation) : null;
            case DeleteTargetKind.CommandArgument:
                return call.ArgumentFor(api.Target) is { } command && CommandTexts.Of(command.Value) is { } ofCommand ? OfText(ofCommand, cancellation) : null;
            case DeleteTargetKind.Key:
                return call.TargetMethod.TypeArguments.FirstOrDefault() is { } entity ? new DeleteScope(entity.Name, IsSingleRow: true) : null;
            default:
                return call.Instance is { } receiver && CommandTexts.Of(receiver is IConditionalAccessInstanceOperation access ? access.ConditionalReceiver() ?? receiver : receiver) is { } ofReceiver ? OfText(ofReceiver, cancellation) : null;
        }
    }

    private DeleteScope? OfQuery(IInvocationOperation call)
    {
        if (call.TargetMethod.TypeArguments.FirstOrDefault() is not { } entity || call.Receiver() is not { } query)
            return null;
        return new DeleteScope(entity.Name, QueryConditions.EqualMembers(query) is { } members && _keys.Identify(entity, members));
    }

    private DeleteScope? OfText(IOperation text, CancellationToken cancellation)
    {
        var value = text.Unwrap();
        if (value is ILocalReferenceOperation local && !value.ConstantValue.HasValue && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            value = assigned.Unwrap();
        return _sql.Of(value, cancellation);
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
