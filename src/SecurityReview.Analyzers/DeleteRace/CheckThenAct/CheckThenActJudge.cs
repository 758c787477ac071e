using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.Protection;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Finds acts that rely on a check which another request can overtake.</summary>
internal sealed class CheckThenActJudge
{
    private static readonly string[] s_versions = ["Version", "RowVersion", "Timestamp", "ConcurrencyStamp", "ETag", "Xmin"];

    /// <summary>The checks of each function: many acts of one function ask for them.</summary>
    private readonly ConditionalWeakTable<IOperation, List<ExistenceCheck>> _checksOf = new();
    private readonly StoreActs _acts;
    private readonly ExistenceChecks _checks;
    private readonly DeleteReader _deletes;
    private readonly TrackedStores _stores;
    private readonly CleanUpCode _cleanUp;
    private readonly HandledExceptions _handled;

    private CheckThenActJudge(KnownTypes types)
    {
        _acts = new StoreActs(types);
        _checks = new ExistenceChecks(types);
        _deletes = DeleteReader.Of(types);
        _stores = TrackedStores.Of(types);
        _cleanUp = new CleanUpCode(types);
        _handled = new HandledExceptions(types);
    }

    public static CheckThenActJudge Of(KnownTypes types) => types.Fact(static key => new CheckThenActJudge(key));

    /// <summary>The words without one of which a body has no act.</summary>
    public BodyWords Words => _acts.Words;

    /// <summary>The act that an operation is, with the check that it relies on in vain; null where nothing is wrong.</summary>
    public CheckedAct? Judge(OperationContext context)
    {
        var (operation, member, cancellation) = (context.Operation, context.ContainingSymbol, context.CancellationToken);
        // What runs before a type is used runs once.
        if (!_acts.MayBe(operation) || member is IMethodSymbol { MethodKind: MethodKind.StaticConstructor })
            return null;
        var function = FunctionBody.Of(operation);
        var checks = _checksOf.GetValue(function, body => FunctionBody.Operations(body).Select(other => _checks.Read(other, cancellation)).OfType<ExistenceCheck>().ToList());
        if (checks.Count == 0)
            return null;
        if (_acts.Read(operation, cancellation) is not { } act || !LeavesOutcomeUnread(act, member) || _cleanUp.Contains(operation, member) || OwnFiles.Contain(act, operation))
            return null;
        ControlFlowGraph? graph = null;
        foreach (var check in checks)
        {
            if (check.Operation.Syntax.SpanStart >= operation.Syntax.Span.End || !IsAbout(check, act))
                continue;
            graph ??= FunctionBody.GraphOf(function, context.GetControlFlowGraph(), cancellation);
            if (graph is null)
                return null;
            if (new GuardSearch(graph).AnswerBefore(check.Operation, operation) is { } answer && answer.IsThere != act.IsInsert && Matters(act, answer) && !IsProtected(act, member, cancellation))
                return new CheckedAct(check, act);
        }

        return null;
    }

    private static bool LeavesOutcomeUnread(StoreAct act, ISymbol member)
    {
        if (act.Operation is not IInvocationOperation call || call.TargetMethod.ReturnsVoid)
            return true;
        return act.IsInsert && call.TargetMethod.Name != "TryAdd" || IgnoredResult.Is(call, member);
    }

    private bool IsAbout(ExistenceCheck check, StoreAct act)
    {
        if (!check.Resource.IsIn(act.Resource))
            return false;
        var common = check.Resource.CommonWith(act.Resource).ToList();
        if (act.Scope is { } scope)
            return !check.Resource.Values.Keys.Any(IsVersion) && !scope.Values.Keys.Any(IsVersion) && _deletes.Identify(scope, common);
        return act.Resource.Kind != ResourceKind.Rows ? common.Count == check.Resource.Values.Count : IsAboutNew(check.Resource, act);
    }

    /// <summary>Whether a new row has the key that was asked for: all that the check compares to a value goes into the row.</summary>
    private static bool IsAboutNew(Resource asked, StoreAct act)
    {
        var variable = asked.Values.Where(value => !ValueText.IsConstant(value.Value)).ToList();
        return variable.Count > 0 && variable.All(value =>
            (act.Resource.Values.TryGetValue(value.Key, out var given) && given == value.Value)
            || act.Sources.Any(source => value.Value != source && ValueText.IsPartOf(value.Value, source)));
    }

    private static bool IsVersion(string member) => s_versions.Contains(member, StringComparer.OrdinalIgnoreCase);

    /// <summary>A dictionary or file that is filled once is a cache; one that a caller is refused for is a promise.</summary>
    private static bool Matters(StoreAct act, CheckAnswer answer) => !act.IsInsert || act.Resource.Kind switch
    {
        ResourceKind.Rows => true,
        ResourceKind.Map => answer.RefusesOtherwise || act.IsGiven,
        _ => answer.RefusesOtherwise,
    };

    private bool IsProtected(StoreAct act, ISymbol member, CancellationToken cancellation)
    {
        if (Locks.Protect(act.Operation, member, cancellation))
            return true;
        if (!act.IsInsert)
            return act.Scope is { } scope ? Replacement.Follows(act.Operation, scope) : IsMadeAnew(act) || _handled.CoverHere(act.Operation, act.Exceptions);
        if (act.Resource.Kind != ResourceKind.Rows || !_stores.IsStore((act.Operation as IInvocationOperation)?.Instance?.Type))
            return !act.Exceptions.IsEmpty && _handled.Cover(act.Operation, member, act.Exceptions, cancellation);
        var saves = SavesAfter(act.Operation);
        return saves.Count == 0 || saves.Any(save => _handled.Cover(save, member, act.Exceptions, cancellation));
    }

    /// <summary>Whether the function makes a file anew after it deleted an old one.</summary>
    private static bool IsMadeAnew(StoreAct act) =>
        FunctionBody.Operations(FunctionBody.Of(act.Operation))
            .Where(other => other.Syntax.SpanStart > act.Operation.Syntax.Span.End && other is IInvocationOperation { TargetMethod.Name: not ("Delete" or "Exists") } or IObjectCreationOperation)
            .Any(other => MentionsKey(other, act.Resource));

    private static bool MentionsKey(IOperation other, Resource resource)
    {
        var arguments = other is IInvocationOperation call ? call.Arguments : ((IObjectCreationOperation)other).Arguments;
        return resource is { Kind: ResourceKind.File or ResourceKind.Directory, SingleKey: { } key } && arguments.Any(argument => ValueText.Of(argument.Value) == key);
    }

    private List<IInvocationOperation> SavesAfter(IOperation act) =>
        FunctionBody.Operations(FunctionBody.Of(act)).OfType<IInvocationOperation>()
            .Where(call => call.Syntax.SpanStart > act.Syntax.SpanStart && (_stores.IsSave(call) || call.TargetMethod.Name is "Save" or "SaveAsync" or "Commit" or "CommitAsync" or "CompleteAsync" or "Complete"
                or "SaveChanges" or "SaveChangesAsync" or "SaveEntitiesAsync"))
            .ToList();
}
