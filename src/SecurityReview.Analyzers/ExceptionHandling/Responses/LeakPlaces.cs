using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>
/// Takes a value that leaks apart: which of its members, elements and arms bring the detail in, also where they were stored in a local
/// before. A text is one place as a whole.
/// </summary>
internal sealed class LeakPlaces(Func<IOperation, bool> leaks, CancellationToken cancellation)
{
    private const int MaximumDepth = 12;

    private readonly HashSet<ILocalSymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The smallest expressions without which nothing leaks; the value itself where it cannot be taken apart.</summary>
    public IReadOnlyList<IOperation> Of(IOperation value) => Of(value, 0);

    private IReadOnlyList<IOperation> Of(IOperation value, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        value = value.Unwrap();
        if (depth >= MaximumDepth)
            return [value];
        var parts = value is ILocalReferenceOperation local ? StoredIn(local) : PartsOf(value);
        var places = parts.Select(part => part.Unwrap()).Where(leaks).SelectMany(part => Of(part, depth + 1)).ToList();
        return places.Count > 0 ? places : [value];
    }

    private static IEnumerable<IOperation> PartsOf(IOperation value) => value switch
    {
        IAnonymousObjectCreationOperation anonymous => anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Select(member => member.Value),
        IObjectCreationOperation creation => creation.Arguments.Select(argument => argument.Value).Concat(PartsOfInitializer(creation.Initializer)),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues,
        ITupleOperation tuple => tuple.Elements,
        IConditionalOperation { WhenFalse: { } otherwise } conditional => [conditional.WhenTrue, otherwise],
        ISwitchExpressionOperation @switch => @switch.Arms.Select(arm => arm.Value),
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        IInvocationOperation { TargetMethod.Name: "GetBytes" or "FromResult" or "AsMemory" } call => call.Arguments.Select(argument => argument.Value),
        { Syntax: CollectionExpressionSyntax } => value.ChildOperations,
        _ => [],
    };

    private static IEnumerable<IOperation> PartsOfInitializer(IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
            yield break;
        foreach (var item in initializer.Initializers)
        {
            switch (item)
            {
                case IAssignmentOperation assignment:
                    yield return assignment.Value;
                    break;
                case IMemberInitializerOperation member:
                    foreach (var nested in PartsOfInitializer(member.Initializer))
                        yield return nested;
                    break;
                case IInvocationOperation add:
                    foreach (var argument in add.Arguments)
                        yield return argument.Value;
                    break;
            }
        }
    }

    /// <summary>
    /// What was written into a local or into what it refers to. A value that is written once and not put together here is replaced where it is
    /// sent: it may also be logged.
    /// </summary>
    private IEnumerable<IOperation> StoredIn(ILocalReferenceOperation local)
    {
        if ((SingleAssignment.ValueOf(local.Local, local) is { } single && !PartsOf(single.Unwrap()).Any() && !IsFilledLater(local)) || !_seen.Add(local.Local))
            yield break;
        foreach (var operation in local.Root().DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local) && declarator.GetVariableInitializer() is { } initializer:
                    yield return initializer.Value;
                    break;
                case IAssignmentOperation assignment when IsIn(assignment.Target, local):
                    yield return assignment.Value;
                    break;
                case IInvocationOperation { Instance: { } instance } call when IsIn(instance, local):
                    foreach (var argument in call.Arguments)
                        yield return argument.Value;
                    break;
            }
        }
    }

    /// <summary>An object that is created empty and then given its members.</summary>
    private static bool IsFilledLater(ILocalReferenceOperation local) =>
        local.Root().DescendantsAndSelf().Any(operation => operation is IAssignmentOperation { Target: IMemberReferenceOperation target } && IsIn(target, local));

    private static bool IsIn(IOperation target, ILocalReferenceOperation local)
    {
        for (var current = target; current is not null;)
        {
            switch (current)
            {
                case ILocalReferenceOperation reference:
                    return Same(reference.Local, local);
                case IMemberReferenceOperation member:
                    current = member.Instance?.Unwrap();
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool Same(ILocalSymbol symbol, ILocalReferenceOperation local) => SymbolEqualityComparer.Default.Equals(symbol, local.Local);
}
