using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>What is known of a value's constant: nothing yet (bottom), one of a few, that it is not null, or that it varies (top).</summary>
internal readonly struct ConstantLattice : IEquatable<ConstantLattice>
{
    /// <summary>How many constants are told apart; a value that may be one of more varies.</summary>
    public const int MaxValues = 4;

    private readonly Level _level;
    private readonly object? _value;

    private ConstantLattice(Level level, object? value)
    {
        _level = level;
        _value = value;
    }

    private enum Level : byte
    {
        Undefined,
        Known,
        OneOf,
        NotNull,
        Varying,
    }

    public static ConstantLattice Undefined => default;

    public static ConstantLattice Varying => new(Level.Varying, null);

    /// <summary>Whether it is one of several constants, none of them null, or one that is not.</summary>
    public bool IsNotNull => _level switch
    {
        Level.Known => _value is not null,
        Level.OneOf => !Values.Contains(null),
        Level.NotNull => true,
        _ => false,
    };

    public bool IsKnown => _level == Level.Known;

    /// <summary>Whether it is one of <see cref="Values"/>.</summary>
    public bool HasValues => _level is Level.Known or Level.OneOf;

    /// <summary>Whether it is some constant, one of many perhaps.</summary>
    public bool IsConstant => HasValues || _level == Level.NotNull;

    /// <summary>The constant where <see cref="IsKnown"/>; null is a constant too.</summary>
    public object? Value => _level == Level.Known ? _value : null;

    /// <summary>The constants that it may be, where that is known.</summary>
    public ImmutableArray<object?> Values => _level switch
    {
        Level.Known => ImmutableArray.Create(_value),
        Level.OneOf => ((OneOf)_value!).Values,
        _ => ImmutableArray<object?>.Empty,
    };

    public static ConstantLattice Of(object? value) => new(Level.Known, value);

    public ConstantLattice Join(ConstantLattice other)
    {
        if (_level == Level.Undefined)
            return other;
        if (other._level == Level.Undefined || Equals(other))
            return this;
        if (HasValues && other.HasValues && Values.Union(other.Values).ToImmutableArray() is { Length: <= MaxValues } values)
            return values.Length == Values.Length ? this : new ConstantLattice(Level.OneOf, new OneOf(values));
        return IsNotNull && other.IsNotNull ? new ConstantLattice(Level.NotNull, null) : Varying;
    }

    public bool Equals(ConstantLattice other) => _level == other._level && Equals(_value, other._value);

    public override bool Equals(object? obj) => obj is ConstantLattice other && Equals(other);

    public override int GetHashCode() => unchecked(((int)_level * 397) ^ (_value?.GetHashCode() ?? 0));

    /// <summary>Some constants, in whatever order they were found.</summary>
    private sealed class OneOf(ImmutableArray<object?> values) : IEquatable<OneOf>
    {
        public ImmutableArray<object?> Values { get; } = values;

        public bool Equals(OneOf? other) => other is not null && Values.Length == other.Values.Length && Values.All(value => other.Values.Contains(value));

        public override bool Equals(object? obj) => Equals(obj as OneOf);

        public override int GetHashCode() => Values.Length;
    }
}
