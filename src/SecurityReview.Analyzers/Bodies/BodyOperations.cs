using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>
/// The operations of the bodies that rules look into, by kind: walked once per body, for all rules. They live as long as the semantic model that
/// made them, which the driver drops with the file.
/// </summary>
internal sealed class BodyOperations
{
    private readonly Dictionary<OperationKind, List<IOperation>> _byKind = new();

    private BodyOperations(IEnumerable<IOperation> roots, CancellationToken cancellation)
    {
        var pending = new Stack<IOperation>();
        foreach (var root in roots)
        {
            cancellation.ThrowIfCancellationRequested();
            pending.Push(root);
            while (pending.Count > 0)
            {
                var current = pending.Pop();
                if (AreKept(current.Kind))
                    Keep(current);
                foreach (var child in current.ChildOperations.Reverse())
                    pending.Push(child);
            }
        }
    }

    /// <summary>Whether operations of a kind are kept: those that rules look at first, and no more, since most operations are conversions and names.</summary>
    public static bool AreKept(OperationKind kind) => kind is
        OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.Return or OperationKind.Binary or OperationKind.Conditional or OperationKind.CatchClause or
        OperationKind.SimpleAssignment or OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment or OperationKind.EventAssignment or
        OperationKind.Literal or OperationKind.InterpolatedStringText;

    /// <summary>What is made of the bodies of a compilation; one for all rules.</summary>
    public static Cache In(KnownTypes types) => types.Fact(static _ => new Cache());

    /// <summary>Those of a kind, in the order of the text.</summary>
    public IReadOnlyList<IOperation> OfKind(OperationKind kind) => _byKind.TryGetValue(kind, out var operations) ? operations : [];

    private void Keep(IOperation operation)
    {
        if (!_byKind.TryGetValue(operation.Kind, out var same))
            _byKind[operation.Kind] = same = new List<IOperation>();
        same.Add(operation);
    }

    /// <summary>The operations by declaration, as long as the model lives.</summary>
    public sealed class Cache
    {
        private readonly ConditionalWeakTable<SemanticModel, ConcurrentDictionary<(SyntaxNode Declaration, ISymbol Member), BodyOperations>> _bodies = new();

        /// <summary>The operations of a declaration.</summary>
        /// <param name="declaration">What the driver calls a code block.</param>
        /// <param name="member">The member that it declares.</param>
        /// <param name="model">The model that the driver gives with it.</param>
        public BodyOperations Of(SyntaxNode declaration, ISymbol member, SemanticModel model, CancellationToken cancellation)
        {
            var bodies = _bodies.GetOrCreateValue(model);
            return bodies.TryGetValue((declaration, member), out var known)
                ? known
                : bodies.GetOrAdd((declaration, member), new BodyOperations(ExecutableCode.Of(declaration, member, model, cancellation), cancellation));
        }
    }
}
