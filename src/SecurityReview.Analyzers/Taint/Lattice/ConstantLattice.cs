namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>What is known of a value's constant: nothing yet (bottom), exactly one, one of some that are not null, or that it varies (top).</summary>
internal readonly struct ConstantLattice : IEquatable<ConstantLattice>
{
    private readonly Level _level;

    private ConstantLattice(Level level, object? value)
    {
        _level = level;
        Value = value;
    }

    private enum Level : byte
    {
        Undefined,
        Known,
        NotNull,
        Varying,
    }

    public static ConstantLattice Undefined => default;

    public static ConstantLattice Varying => new(Level.Varying, null);

    /// <summary>Whether it is one of several constants, none of them null, or one that is not.</summary>
    public bool IsNotNull => _level == Level.NotNull || (_level == Level.Known && Value is not null);

    public bool IsKnown => _level == Level.Known;

    /// <summary>The constant where <see cref="IsKnown"/>; null is a constant too.</summary>
    public object? Value { get; }

    public static ConstantLattice Of(object? value) => new(Level.Known, value);

    public ConstantLattice Join(ConstantLattice other)
    {
        if (_level == Level.Undefined)
            return other;
        if (other._level == Level.Undefined || Equals(other))
            return this;
        return IsNotNull && other.IsNotNull ? new ConstantLattice(Level.NotNull, null) : Varying;
    }

    public bool Equals(ConstantLattice other) => _level == other._level && Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is ConstantLattice other && Equals(other);

    public override int GetHashCode() => unchecked(((int)_level * 397) ^ (Value?.GetHashCode() ?? 0));
}
