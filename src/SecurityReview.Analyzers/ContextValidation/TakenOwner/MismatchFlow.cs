using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>
/// Which places of a function run when the caller is not the owner, and which when it is. All comparisons that ask the same question
/// answer alike; the caller has none of the privileges that the function asks for.
/// </summary>
internal sealed class MismatchFlow
{
    private readonly ControlFlowGraph _graph;
    private readonly OwnershipVocabulary _vocabulary;
    private readonly BranchTest?[] _tests;
    private readonly OwnerComparison?[] _questions;
    private readonly OwnerComparison?[] _settled;
    private readonly Grant[] _grants;
    private readonly CancellationToken _cancellation;

    /// <param name="graph">The graph of the function.</param>
    /// <param name="function">Its operations as written.</param>
    /// <param name="sameQuestion">All comparisons of the function that ask the question at hand.</param>
    /// <param name="settled">Comparisons of other keys that are taken to answer "the owner".</param>
    public MismatchFlow(
        ControlFlowGraph graph, IEnumerable<IOperation> function, IReadOnlyList<OwnerComparison> sameQuestion, IReadOnlyList<OwnerComparison> settled,
        OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        _graph = graph;
        _vocabulary = vocabulary;
        _cancellation = cancellation;
        var written = new Dictionary<SyntaxNode, IOperation>();
        foreach (var operation in function)
        {
            if (!written.ContainsKey(operation.Syntax))
                written.Add(operation.Syntax, operation);
        }

        _tests = new BranchTest?[graph.Blocks.Length];
        _questions = new OwnerComparison?[graph.Blocks.Length];
        _settled = new OwnerComparison?[graph.Blocks.Length];
        _grants = new Grant[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            if (BranchTest.Of(block, written) is not { } test)
                continue;
            _tests[block.Ordinal] = test;
            _questions[block.Ordinal] = sameQuestion.FirstOrDefault(comparison => comparison.Operation.Syntax == test.Test.Syntax);
            _settled[block.Ordinal] = settled.FirstOrDefault(comparison => comparison.Operation.Syntax == test.Test.Syntax);
            if (_questions[block.Ordinal] is null)
                _grants[block.Ordinal] = test.Parts.Any(part => PrivilegeTest.Mentions(part, vocabulary)) ? Grant.Either : PrivilegeTest.Of(test.Test, vocabulary);
        }
    }

    /// <summary>Whether a read runs for a caller who is not the owner.</summary>
    /// <param name="without">A comparison that answers "the owner" against the others, to see what hangs on it.</param>
    public bool RunsOnMismatch(IOperation read, OwnerComparison? without = null) => Reaches(read, sameOwner: false, without);

    /// <summary>Whether a read runs for the owner.</summary>
    public bool RunsOnMatch(IOperation read) => Reaches(read, sameOwner: true, without: null);

    /// <summary>
    /// Whether what happened at a read is checked afterwards: a privilege, the caller or the variable is tested and one outcome denies, or a
    /// method is called that throws.
    /// </summary>
    public bool IsCheckedAfter(IOperation read, ISymbol? variable)
    {
        if (BlockOf(read) is not { } start)
            return false;
        foreach (var block in ReachableFrom(start.Ordinal))
        {
            if (block.AllOperations().Any(IsDemand))
                return true;
            if (_tests[block.Ordinal] is not { } test || _questions[block.Ordinal] is not null || !Concerns(block, test, variable))
                continue;
            var (one, other) = (DenialsFrom(block.BranchWhen(true)), DenialsFrom(block.BranchWhen(false)));
            if (!one.SetEquals(other))
                return true;
        }

        return false;
    }

    private bool Concerns(BasicBlock block, BranchTest test, ISymbol? variable) =>
        _grants[block.Ordinal] != Grant.None || test.Test.DescendantsAndSelf().Concat(test.Parts.SelectMany(part => part.DescendantsAndSelf())).Any(part =>
            variable is not null && ReferencePath.Of(part) is { } path && SymbolEqualityComparer.Default.Equals(path.Last, variable));

    private HashSet<int> DenialsFrom(ControlFlowBranch? branch) =>
        branch is null ? [] : branch.Destination is not { } destination ? [-1] : [.. ReachableFrom(destination.Ordinal).Where(DenyExit.Ends).Select(block => block.Ordinal)];

    private IEnumerable<BasicBlock> ReachableFrom(int start)
    {
        var seen = new HashSet<int> { start };
        var pending = new Stack<int>([start]);
        while (pending.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var block = _graph.Blocks[pending.Pop()];
            yield return block;
            foreach (var branch in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor })
            {
                if (branch?.Destination is { } next && seen.Add(next.Ordinal))
                    pending.Push(next.Ordinal);
            }
        }
    }

    private bool Reaches(IOperation read, bool sameOwner, OwnerComparison? without)
    {
        var seen = new HashSet<int> { 0 };
        var pending = new Stack<int>([0]);
        while (pending.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var block = _graph.Blocks[pending.Pop()];
            var (found, stopped) = Scan(block, read, stopsAtDemand: !sameOwner);
            if (found)
                return true;
            if (stopped)
                continue;
            foreach (var branch in Open(block, sameOwner, without))
            {
                if (branch?.Destination is { } next && seen.Add(next.Ordinal))
                    pending.Push(next.Ordinal);
            }
        }

        return false;
    }

    private static (bool Found, bool Stopped) Scan(BasicBlock block, IOperation read, bool stopsAtDemand)
    {
        foreach (var operation in block.AllOperations())
        {
            if (operation.Syntax == read.Syntax && operation.Kind == read.Kind)
                return (true, false);
            if (stopsAtDemand && IsDemand(operation))
                return (false, true);
        }

        return (false, false);
    }

    /// <summary>The branches that a block can take under the assumptions.</summary>
    private IEnumerable<ControlFlowBranch?> Open(BasicBlock block, bool sameOwner, OwnerComparison? without)
    {
        if (_questions[block.Ordinal] is { } question)
        {
            var test = _tests[block.Ordinal]!;
            var outcome = question.TrueMeansSame == (sameOwner || ReferenceEquals(question, without));
            return [block.BranchWhen(outcome == test.TrueWhen)];
        }

        if (_settled[block.Ordinal] is { } sibling)
            return [block.BranchWhen(sibling.TrueMeansSame == _tests[block.Ordinal]!.TrueWhen)];

        var grant = _grants[block.Ordinal];
        if (grant == Grant.None)
            return [block.ConditionalSuccessor, block.FallThroughSuccessor];
        if (grant == Grant.Either)
            return [];
        return [block.BranchWhen((grant == Grant.WhenFalse) == _tests[block.Ordinal]!.TrueWhen)];
    }

    private BasicBlock? BlockOf(IOperation read) =>
        _graph.Blocks.FirstOrDefault(block => block.AllOperations().Any(operation => operation.Syntax == read.Syntax && operation.Kind == read.Kind));

    private static bool IsDemand(IOperation operation) => operation is IInvocationOperation call && PrivilegeNames.IsDemand(PlainName.Of(call.TargetMethod.Name));
}
