using System.Collections.Immutable;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>One thing in a store, by its key.</summary>
/// <param name="Kind">The kind of store.</param>
/// <param name="Store">The entity, table, dictionary or client; empty where the kind alone says it.</param>
/// <param name="Values">The parts of the key, each with the <see cref="ValueText"/> of its value.</param>
internal sealed record Resource(ResourceKind Kind, string Store, ImmutableDictionary<string, string> Values)
{
    private const string Key = "";

    /// <summary>A thing whose key is one value.</summary>
    public static Resource Of(ResourceKind kind, string store, string key) =>
        new(kind, store, ImmutableDictionary<string, string>.Empty.Add(Key, key));

    /// <summary>The value of a key of one part; null otherwise.</summary>
    public string? SingleKey => Values.TryGetValue(Key, out var key) ? key : null;

    public bool IsIn(Resource other) => Kind == other.Kind && string.Equals(Store, other.Store, StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts of the key on which two agree.</summary>
    public IEnumerable<string> CommonWith(Resource other) =>
        Values.Where(value => other.Values.TryGetValue(value.Key, out var same) && same == value.Value).Select(value => value.Key);
}
