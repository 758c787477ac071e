using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>The deletes of one function that belong together: of different tables, by the same value, on one way through the function.</summary>
internal sealed class RelatedDeletes
{
    private RelatedDeletes()
    {
    }

    /// <summary>The first of them; null where there are none.</summary>
    public IInvocationOperation? First { get; private init; }

    /// <summary>The last of them.</summary>
    public IInvocationOperation? Last { get; private init; }

    public string FirstTarget { get; private init; } = "";

    public string LastTarget { get; private init; } = "";

    /// <param name="body">The function.</param>
    /// <param name="deletes">Reads what a call deletes.</param>
    /// <param name="graph">Makes the graph, when there are candidates.</param>
    public static RelatedDeletes In(IOperation body, DeleteReader deletes, Func<ControlFlowGraph?> graph, CancellationToken cancellation)
    {
        var found = FunctionBody.Operations(body).OfType<IInvocationOperation>()
            .Select(call => (Call: call, Scope: deletes.Read(call, cancellation)))
            .Where(item => item.Scope is not null && !IsTracked(item.Call))
            .Select(item => (item.Call, Scope: item.Scope!))
            .ToList();
        if (found.Select(item => item.Scope.Target).Distinct(StringComparer.OrdinalIgnoreCase).Count() < 2)
            return new RelatedDeletes();
        ControlFlowGraph? blocks = null;
        for (var last = found.Count - 1; last > 0; last--)
        {
            foreach (var first in found.Take(last).Where(item => AreRelated(item.Scope, found[last].Scope)))
            {
                blocks ??= graph();
                if (blocks is not null && FollowsOn(blocks, first.Call, found[last].Call))
                    return new RelatedDeletes { First = first.Call, Last = found[last].Call, FirstTarget = first.Scope.Target, LastTarget = found[last].Scope.Target };
            }
        }

        return new RelatedDeletes();
    }

    /// <summary>The managers of Identity save by themselves, each call for itself, and offer no transaction.</summary>
    private static bool IsTracked(IInvocationOperation call) => call.TargetMethod.ContainingType.Name is "UserManager" or "RoleManager";

    private static bool AreRelated(DeleteScope first, DeleteScope second) =>
        !string.Equals(first.Target, second.Target, StringComparison.OrdinalIgnoreCase)
        && Values(first).Intersect(Values(second), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Values(DeleteScope scope) => scope.Values.Values.Where(value => !ValueText.IsConstant(value));

    /// <summary>Whether the second runs after the first in one run of the function.</summary>
    private static bool FollowsOn(ControlFlowGraph graph, IOperation first, IOperation second)
    {
        if (BlockOf(graph, first) is not { } from || BlockOf(graph, second) is not { } to)
            return false;
        var reached = ImmutableHashSet.CreateBuilder<BasicBlock>();
        var pending = new Stack<BasicBlock>();
        pending.Push(from);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (!reached.Add(block))
                continue;
            foreach (var next in new[] { block.ConditionalSuccessor?.Destination, block.FallThroughSuccessor?.Destination })
            {
                if (next is not null)
                    pending.Push(next);
            }
        }

        return reached.Contains(to);
    }

    private static BasicBlock? BlockOf(ControlFlowGraph graph, IOperation call) =>
        graph.Blocks.FirstOrDefault(block => block.AllOperations().Any(operation => operation.Syntax == call.Syntax));
}
