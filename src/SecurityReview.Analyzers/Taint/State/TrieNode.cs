namespace SecurityReview.Analyzers.Taint.State;

/// <summary>
/// A node of a <see cref="PersistentMap{TKey, TValue}"/>: a fork at the lowest bit in which the hash codes below differ, or a leaf with all
/// keys of one hash code. The shape follows from the keys alone, so that two maps of the same keys have the same.
/// </summary>
internal sealed class TrieNode<TKey, TValue>
    where TKey : class
    where TValue : class
{
    /// <summary>The bit of a leaf: past all bits of a hash code.</summary>
    private const ulong LeafBit = 1UL << 32;

    private TrieNode(ulong bit, uint prefix, int count)
    {
        Bit = bit;
        Prefix = prefix;
        Count = count;
    }

    /// <summary>The bit that decides the side.</summary>
    public ulong Bit { get; }

    /// <summary>The bits below, which all hash codes here share; of a leaf the hash code.</summary>
    public uint Prefix { get; }

    public int Count { get; }

    public bool IsLeaf => Bit == LeafBit;

    public TrieNode<TKey, TValue>? Zero { get; private set; }

    public TrieNode<TKey, TValue>? One { get; private set; }

    public TKey? Key { get; private set; }

    public TValue? Value { get; private set; }

    /// <summary>The next key with this hash code.</summary>
    public TrieNode<TKey, TValue>? Next { get; private set; }

    public static TrieNode<TKey, TValue> Leaf(uint hash, TKey key, TValue value, TrieNode<TKey, TValue>? next) =>
        new(LeafBit, hash, 1 + (next?.Count ?? 0)) { Key = key, Value = value, Next = next };

    /// <summary>The fork of two nodes none of which covers the other.</summary>
    public static TrieNode<TKey, TValue> Fork(TrieNode<TKey, TValue> left, TrieNode<TKey, TValue> right)
    {
        var difference = left.Prefix ^ right.Prefix;
        var bit = unchecked(difference & (0u - difference));
        var (zero, one) = (left.Prefix & bit) == 0 ? (left, right) : (right, left);
        return new TrieNode<TKey, TValue>(bit, left.Prefix & (bit - 1), left.Count + right.Count) { Zero = zero, One = one };
    }

    /// <summary>Whether keys of a hash code, or of one that begins like it, would be below this node.</summary>
    public bool Covers(uint hash) => (hash & (Bit - 1)) == Prefix;

    public bool IsZero(uint hash) => (hash & Bit) == 0;

    public TrieNode<TKey, TValue>? Side(uint hash) => IsZero(hash) ? Zero : One;

    /// <summary>The fork with other sides; itself where they are its own.</summary>
    public TrieNode<TKey, TValue> With(TrieNode<TKey, TValue>? zero, TrieNode<TKey, TValue>? one) =>
        ReferenceEquals(zero, Zero) && ReferenceEquals(one, One) ? this : new TrieNode<TKey, TValue>(Bit, Prefix, zero!.Count + one!.Count) { Zero = zero, One = one };
}
