using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Flow;

/// <summary>
/// A value named without a call: a local, parameter, <c>this</c> or static member, followed by members. Two equal paths of one function
/// name the same value as long as nobody assigns in between.
/// </summary>
internal sealed class ReferencePath : IEquatable<ReferencePath>
{
    private const int MaximumLength = 6;

    private readonly ImmutableArray<ISymbol> _parts;

    private ReferencePath(ImmutableArray<ISymbol> parts) => _parts = parts;

    /// <summary>The local, parameter, static member or (for <c>this</c>) type at which the path starts.</summary>
    public ISymbol Root => _parts[0];

    /// <summary>The last member, or the root.</summary>
    public ISymbol Last => _parts[_parts.Length - 1];

    /// <summary>The path of an operation; null where it calls, computes or is too long.</summary>
    public static ReferencePath? Of(IOperation? operation)
    {
        var parts = ImmutableArray.CreateBuilder<ISymbol>();
        for (var current = operation?.Unwrap(); parts.Count < MaximumLength;)
        {
            switch (current)
            {
                case ILocalReferenceOperation local:
                    parts.Add(local.Local);
                    return Reversed(parts);
                case IParameterReferenceOperation parameter:
                    parts.Add(parameter.Parameter);
                    return Reversed(parts);
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type }:
                    parts.Add(type);
                    return Reversed(parts);
                case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                    parts.Add(property.Property);
                    if (property.Instance is null)
                        return Reversed(parts);
                    current = property.Instance.Unwrap();
                    break;
                case IFieldReferenceOperation field:
                    parts.Add(field.Field);
                    if (field.Instance is null)
                        return Reversed(parts);
                    current = field.Instance.Unwrap();
                    break;
                case IConditionalAccessInstanceOperation instance:
                    current = instance.ConditionalReceiver()?.Unwrap();
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(ReferencePath? other) =>
        other is not null && _parts.Length == other._parts.Length && _parts.SequenceEqual(other._parts, SymbolEqualityComparer.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReferencePath);

    /// <inheritdoc/>
    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Last);

    private static ReferencePath Reversed(ImmutableArray<ISymbol>.Builder parts)
    {
        parts.Reverse();
        return new ReferencePath(parts.ToImmutable());
    }
}
