using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Finds out on which answer of a check an act depends.</summary>
internal sealed class GuardSearch(ControlFlowGraph graph)
{
    private static readonly string[] s_refusals = ["conflict", "duplicate", "exists", "already", "taken"];

    private readonly FlowCaptures _captures = new(graph);

    /// <summary>The answer on which alone the act is reached; null where both lead to it, or none is tested.</summary>
    public CheckAnswer? AnswerBefore(IOperation check, IOperation act)
    {
        var acting = graph.Blocks.FirstOrDefault(block => block.AllOperations().Any(operation => operation.Syntax == act.Syntax));
        if (acting is null)
            return null;
        foreach (var block in graph.Blocks)
        {
            if (!block.IsConditional() || CheckQuestion.Of(block.BranchValue!, check, _captures) is not { } isAsked)
                continue;
            var whenThere = Reached(block, isAsked);
            var whenMissing = Reached(block, !isAsked);
            var isThere = whenThere.Contains(acting);
            if (isThere == whenMissing.Contains(acting))
                continue;
            var (reached, others) = isThere ? (whenThere, whenMissing) : (whenMissing, whenThere);
            var joins = others.Any(other => other.Kind == BasicBlockKind.Block && reached.Contains(other));
            return new CheckAnswer(isThere, !joins && others.Any(Refuses));
        }

        return null;
    }

    /// <summary>The blocks that an answer leads to, without asking again.</summary>
    private static HashSet<BasicBlock> Reached(BasicBlock test, bool value)
    {
        var reached = new HashSet<BasicBlock>();
        var pending = new Stack<BasicBlock>();
        Follow(test.BranchWhen(value));
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            Follow(block.ConditionalSuccessor);
            Follow(block.FallThroughSuccessor);
        }

        return reached;

        void Follow(ControlFlowBranch? branch)
        {
            if (branch?.Destination is { } next && next != test && reached.Add(next))
                pending.Push(next);
        }
    }

    /// <summary>Whether a block turns the caller away: it throws, or answers with a failure.</summary>
    private static bool Refuses(BasicBlock block)
    {
        if (DenyExit.Ends(block))
            return true;
        return block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && block.BranchValue is { } value
            && value.DescendantsAndSelf().Any(operation => NameOf(operation) is { } name && s_refusals.Any(name.Contains));
    }

    private static string? NameOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name.ToLowerInvariant(),
        IObjectCreationOperation { Type: { } type } => type.Name.ToLowerInvariant(),
        IMemberReferenceOperation member => member.Member.Name.ToLowerInvariant(),
        _ => null,
    };
}
