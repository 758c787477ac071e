using System.Collections;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>
/// An immutable map whose versions share what they have in common (a Patricia trie over the hash codes, after Okasaki and Gill 1998). Two
/// versions are joined or compared by walking only where they differ, which the dictionaries of the framework do not offer.
/// </summary>
internal sealed class PersistentMap<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>
    where TKey : class
    where TValue : class
{
    private readonly IEqualityComparer<TKey> _keys;
    private readonly TrieNode<TKey, TValue>? _root;

    private PersistentMap(IEqualityComparer<TKey> keys, TrieNode<TKey, TValue>? root)
    {
        _keys = keys;
        _root = root;
    }

    public bool IsEmpty => _root is null;

    public int Count => _root?.Count ?? 0;

    /// <summary>The value of a key; null where it has none.</summary>
    public TValue? this[TKey key]
    {
        get
        {
            var hash = Hash(key);
            var node = _root;
            while (node is { IsLeaf: false })
                node = node.Side(hash);
            for (; node is not null && node.Prefix == hash; node = node.Next)
            {
                if (_keys.Equals(node.Key!, key))
                    return node.Value;
            }

            return null;
        }
    }

    public static PersistentMap<TKey, TValue> Create(IEqualityComparer<TKey> keys) => new(keys, null);

    public PersistentMap<TKey, TValue> With(TKey key, TValue value) => Of(Put(_root, Hash(key), key, value));

    public PersistentMap<TKey, TValue> Without(TKey key) => Of(Remove(_root, Hash(key), key));

    /// <summary>All keys of both. This very map is returned where the other adds nothing, and the other one where this adds nothing to it.</summary>
    /// <param name="both">The value of a key that both have; one of the two itself where it includes the other.</param>
    /// <param name="alone">The value of a key that one has; null for as it is.</param>
    public PersistentMap<TKey, TValue> Join(PersistentMap<TKey, TValue> other, Func<TKey, TValue, TValue, TValue> both, Func<TKey, TValue, TValue>? alone = null)
    {
        var joined = new Merging(_keys, both, alone).Merge(_root, other._root);
        return ReferenceEquals(joined, _root) ? this : ReferenceEquals(joined, other._root) ? other : Of(joined);
    }

    /// <summary>Calls an action with what this map has other than an earlier version of it, and what that had there.</summary>
    public void ForEachChange(PersistentMap<TKey, TValue> earlier, Action<TKey, TValue?, TValue> action) => ForEachChange(earlier, _root, earlier._root, action);

    public bool IsSame(PersistentMap<TKey, TValue> other, Func<TValue, TValue, bool> isSame) => IsSame(_root, other._root, isSame);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        var open = new Stack<TrieNode<TKey, TValue>>();
        if (_root is not null)
            open.Push(_root);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (node.IsLeaf)
            {
                for (var leaf = node; leaf is not null; leaf = leaf.Next)
                    yield return new KeyValuePair<TKey, TValue>(leaf.Key!, leaf.Value!);
                continue;
            }

            open.Push(node.One!);
            open.Push(node.Zero!);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private uint Hash(TKey key) => unchecked((uint)_keys.GetHashCode(key));

    private PersistentMap<TKey, TValue> Of(TrieNode<TKey, TValue>? root) => ReferenceEquals(root, _root) ? this : new PersistentMap<TKey, TValue>(_keys, root);

    private TrieNode<TKey, TValue> Put(TrieNode<TKey, TValue>? node, uint hash, TKey key, TValue value)
    {
        if (node is null)
            return TrieNode<TKey, TValue>.Leaf(hash, key, value, null);
        if (!node.Covers(hash))
            return TrieNode<TKey, TValue>.Fork(node, TrieNode<TKey, TValue>.Leaf(hash, key, value, null));
        if (node.IsLeaf)
            return TrieNode<TKey, TValue>.Leaf(hash, key, value, RemoveFromChain(node, key));
        return node.IsZero(hash) ? node.With(Put(node.Zero, hash, key, value), node.One) : node.With(node.Zero, Put(node.One, hash, key, value));
    }

    private TrieNode<TKey, TValue>? Remove(TrieNode<TKey, TValue>? node, uint hash, TKey key)
    {
        if (node is null || !node.Covers(hash))
            return node;
        if (node.IsLeaf)
            return RemoveFromChain(node, key);
        var (zero, one) = node.IsZero(hash) ? (Remove(node.Zero, hash, key), node.One) : (node.Zero, Remove(node.One, hash, key));
        return zero is null ? one : one is null ? zero : node.With(zero, one);
    }

    private TrieNode<TKey, TValue>? RemoveFromChain(TrieNode<TKey, TValue>? leaf, TKey key)
    {
        if (leaf is null)
            return null;
        if (_keys.Equals(leaf.Key!, key))
            return leaf.Next;
        var rest = RemoveFromChain(leaf.Next, key);
        return ReferenceEquals(rest, leaf.Next) ? leaf : TrieNode<TKey, TValue>.Leaf(leaf.Prefix, leaf.Key!, leaf.Value!, rest);
    }

    private static void ForEachChange(PersistentMap<TKey, TValue> earlier, TrieNode<TKey, TValue>? now, TrieNode<TKey, TValue>? before, Action<TKey, TValue?, TValue> action)
    {
        if (now is null || ReferenceEquals(now, before))
            return;
        if (now.IsLeaf)
        {
            for (var leaf = now; leaf is not null; leaf = leaf.Next)
            {
                var value = earlier[leaf.Key!];
                if (!ReferenceEquals(value, leaf.Value))
                    action(leaf.Key!, value, leaf.Value!);
            }

            return;
        }

        // Where the versions branch differently, the one that branches first is descended.
        while (before is not null && before.Bit < now.Bit && before.Covers(now.Prefix))
            before = before.Side(now.Prefix);
        var isAligned = before is not null && before.Bit == now.Bit && before.Prefix == now.Prefix;
        var isBelow = before is not null && before.Bit > now.Bit && now.Covers(before.Prefix);
        ForEachChange(earlier, now.Zero, isAligned ? before!.Zero : isBelow && now.IsZero(before!.Prefix) ? before : null, action);
        ForEachChange(earlier, now.One, isAligned ? before!.One : isBelow && !now.IsZero(before!.Prefix) ? before : null, action);
    }

    private bool IsSame(TrieNode<TKey, TValue>? left, TrieNode<TKey, TValue>? right, Func<TValue, TValue, bool> isSame)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.Bit != right.Bit || left.Prefix != right.Prefix || left.Count != right.Count)
            return false;
        if (!left.IsLeaf)
            return IsSame(left.Zero, right.Zero, isSame) && IsSame(left.One, right.One, isSame);
        for (var leaf = left; leaf is not null; leaf = leaf.Next)
        {
            var other = right;
            while (other is not null && !_keys.Equals(leaf.Key!, other.Key!))
                other = other.Next;
            if (other is null || !isSame(leaf.Value!, other.Value!))
                return false;
        }

        return true;
    }

    /// <summary>One join.</summary>
    private readonly struct Merging(IEqualityComparer<TKey> keys, Func<TKey, TValue, TValue, TValue> both, Func<TKey, TValue, TValue>? alone)
    {
        public TrieNode<TKey, TValue>? Merge(TrieNode<TKey, TValue>? left, TrieNode<TKey, TValue>? right)
        {
            if (ReferenceEquals(left, right))
                return left;
            if (left is null)
                return Alone(right);
            if (right is null)
                return Alone(left);
            if (left.Bit == right.Bit && left.Prefix == right.Prefix)
                return left.IsLeaf ? MergeChains(left, right) : Make(left, right, Merge(left.Zero, right.Zero), Merge(left.One, right.One));
            if (left.Bit < right.Bit && left.Covers(right.Prefix))
                return left.IsZero(right.Prefix) ? left.With(Merge(left.Zero, right), Alone(left.One)) : left.With(Alone(left.Zero), Merge(left.One, right));
            if (right.Bit < left.Bit && right.Covers(left.Prefix))
                return right.IsZero(left.Prefix) ? right.With(Merge(left, right.Zero), Alone(right.One)) : right.With(Alone(right.Zero), Merge(left, right.One));
            return TrieNode<TKey, TValue>.Fork(Alone(left)!, Alone(right)!);
        }

        private static TrieNode<TKey, TValue> Make(TrieNode<TKey, TValue> left, TrieNode<TKey, TValue> right, TrieNode<TKey, TValue>? zero, TrieNode<TKey, TValue>? one)
        {
            var made = left.With(zero, one);
            return ReferenceEquals(made, left) ? left : right.With(zero, one) is var other && ReferenceEquals(other, right) ? right : made;
        }

        private TrieNode<TKey, TValue>? Alone(TrieNode<TKey, TValue>? node)
        {
            if (alone is null || node is null)
                return node;
            if (!node.IsLeaf)
                return node.With(Alone(node.Zero), Alone(node.One));
            var rest = Alone(node.Next);
            var value = alone(node.Key!, node.Value!);
            return ReferenceEquals(value, node.Value) && ReferenceEquals(rest, node.Next) ? node : TrieNode<TKey, TValue>.Leaf(node.Prefix, node.Key!, value, rest);
        }

        /// <summary>Keys with one hash code: few, so they are compared each with each.</summary>
        private TrieNode<TKey, TValue> MergeChains(TrieNode<TKey, TValue> left, TrieNode<TKey, TValue> right)
        {
            TrieNode<TKey, TValue>? merged = null;
            var (isLeft, isRight) = (left.Count == right.Count || left.Count > right.Count, left.Count == right.Count || left.Count < right.Count);
            for (var leaf = left; leaf is not null; leaf = leaf.Next)
            {
                var other = In(right, leaf.Key!);
                var value = other is not null ? both(leaf.Key!, leaf.Value!, other.Value!) : alone is null ? leaf.Value! : alone(leaf.Key!, leaf.Value!);
                isLeft &= ReferenceEquals(value, leaf.Value);
                isRight &= ReferenceEquals(value, other?.Value);
                merged = TrieNode<TKey, TValue>.Leaf(leaf.Prefix, leaf.Key!, value, merged);
            }

            for (var leaf = right; leaf is not null; leaf = leaf.Next)
            {
                if (In(left, leaf.Key!) is not null)
                    continue;
                isLeft = false;
                var value = alone is null ? leaf.Value! : alone(leaf.Key!, leaf.Value!);
                isRight &= ReferenceEquals(value, leaf.Value);
                merged = TrieNode<TKey, TValue>.Leaf(leaf.Prefix, leaf.Key!, value, merged);
            }

            return isLeft ? left : isRight ? right : merged!;
        }

        private TrieNode<TKey, TValue>? In(TrieNode<TKey, TValue>? chain, TKey key)
        {
            while (chain is not null && !ReferenceEquals(chain.Key, key) && !keys.Equals(chain.Key!, key))
                chain = chain.Next;
            return chain;
        }
    }
}
