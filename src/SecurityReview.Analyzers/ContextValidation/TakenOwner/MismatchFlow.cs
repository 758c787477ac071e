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
    /// <summary>How many later tests are looked at; where there are more, something is checked.</summary>
    private const int MaximumTests = 100;

    private readonly ControlFlowGraph _graph;
    private readonly BranchTest?[] _tests;
    private readonly OwnerComparison?[] _questions;
    private readonly OwnerComparison?[] _settled;
    private readonly Grant[] _grants;

    /// <summary>Where in each block a call demands that the caller may; past all operations where none does.</summary>
    private readonly int[] _demands;
    private readonly Dictionary<(SyntaxNode Syntax, OperationKind Kind), (int Block, int Position)> _places = new();
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
        _cancellation = cancellation;
        var written = new Dictionary<SyntaxNode, IOperation>();
        foreach (var operation in function)
        {
            if (!written.ContainsKey(operation.Syntax))
                written.Add(operation.Syntax, operation);
        }

        var (questions, known) = (BySyntax(sameQuestion), BySyntax(settled));
        _tests = new BranchTest?[graph.Blocks.Length];
        _questions = new OwnerComparison?[graph.Blocks.Length];
        _settled = new OwnerComparison?[graph.Blocks.Length];
        _grants = new Grant[graph.Blocks.Length];
        _demands = new int[graph.Blocks.Length];
        foreach (var block in graph.Blocks)
        {
            Place(block);
            if (BranchTest.Of(block, written) is not { } test)
                continue;
            _tests[block.Ordinal] = test;
            _questions[block.Ordinal] = questions.TryGetValue(test.Test.Syntax, out var question) ? question : null;
            _settled[block.Ordinal] = known.TryGetValue(test.Test.Syntax, out var sibling) ? sibling : null;
            if (_questions[block.Ordinal] is null)
                _grants[block.Ordinal] = test.Parts.Any(part => PrivilegeTest.Mentions(part, vocabulary)) ? Grant.Either : PrivilegeTest.Of(test.Test, vocabulary);
        }
    }

    /// <summary>Tells of a read whether it runs for a caller who is not the owner.</summary>
    /// <param name="without">A comparison that answers "the owner" against the others, to see what hangs on it.</param>
    public Func<IOperation, bool> ReachedOnMismatch(OwnerComparison? without = null) => Reached(sameOwner: false, without);

    /// <summary>Tells of a read whether it runs for the owner.</summary>
    public Func<IOperation, bool> ReachedOnMatch() => Reached(sameOwner: true, without: null);

    /// <summary>
    /// Whether what happened at a read is checked afterwards: a privilege, the caller or the variable is tested and one outcome denies, or a
    /// method is called that throws. A check that runs only where another key differs as well is none of this one.
    /// </summary>
    public bool IsCheckedAfter(IOperation read, ISymbol? variable)
    {
        if (!_places.TryGetValue((read.Syntax, read.Kind), out var start))
            return false;
        var tests = 0;
        foreach (var block in ReachableFrom(start.Block))
        {
            if (_demands[block.Ordinal] < int.MaxValue)
                return true;
            if (_tests[block.Ordinal] is not { } test || _questions[block.Ordinal] is not null || !Concerns(block, test, variable))
                continue;
            if (++tests > MaximumTests)
                return true;
            var (one, other) = (DenialsFrom(block.BranchWhen(true)), DenialsFrom(block.BranchWhen(false)));
            if (!one.SetEquals(other))
                return true;
        }

        return false;
    }

    private static Dictionary<SyntaxNode, OwnerComparison> BySyntax(IReadOnlyList<OwnerComparison> comparisons)
    {
        var bySyntax = new Dictionary<SyntaxNode, OwnerComparison>();
        foreach (var comparison in comparisons)
            bySyntax[comparison.Operation.Syntax] = comparison;
        return bySyntax;
    }

    private void Place(BasicBlock block)
    {
        var position = 0;
        _demands[block.Ordinal] = int.MaxValue;
        foreach (var operation in block.AllOperations())
        {
            var key = (operation.Syntax, operation.Kind);
            if (!_places.ContainsKey(key))
                _places.Add(key, (block.Ordinal, position));
            if (_demands[block.Ordinal] == int.MaxValue && IsDemand(operation))
                _demands[block.Ordinal] = position;
            position++;
        }
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
            foreach (var branch in Settled(block) ?? [block.ConditionalSuccessor, block.FallThroughSuccessor])
            {
                if (branch?.Destination is { } next && seen.Add(next.Ordinal))
                    pending.Push(next.Ordinal);
            }
        }
    }

    /// <summary>The branch that a comparison of another key takes where that is the caller's; null where a block holds none.</summary>
    private IEnumerable<ControlFlowBranch?>? Settled(BasicBlock block) =>
        _settled[block.Ordinal] is { } sibling ? [block.BranchWhen(sibling.TrueMeansSame == _tests[block.Ordinal]!.TrueWhen)] : null;

    private Func<IOperation, bool> Reached(bool sameOwner, OwnerComparison? without)
    {
        var seen = new HashSet<int> { 0 };
        var pending = new Stack<int>([0]);
        while (pending.Count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            var block = _graph.Blocks[pending.Pop()];
            if (!sameOwner && _demands[block.Ordinal] < int.MaxValue)
                continue;
            foreach (var branch in Open(block, sameOwner, without))
            {
                if (branch?.Destination is { } next && seen.Add(next.Ordinal))
                    pending.Push(next.Ordinal);
            }
        }

        return read => _places.TryGetValue((read.Syntax, read.Kind), out var place) && seen.Contains(place.Block) &&
            (sameOwner || place.Position < _demands[place.Block]);
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

        if (Settled(block) is { } settled)
            return settled;

        var grant = _grants[block.Ordinal];
        if (grant == Grant.None)
            return [block.ConditionalSuccessor, block.FallThroughSuccessor];
        if (grant == Grant.Either)
            return [];
        return [block.BranchWhen((grant == Grant.WhenFalse) == _tests[block.Ordinal]!.TrueWhen)];
    }

    private static bool IsDemand(IOperation operation) => operation is IInvocationOperation call && PrivilegeNames.IsDemand(PlainName.Of(call.TargetMethod.Name));
}
