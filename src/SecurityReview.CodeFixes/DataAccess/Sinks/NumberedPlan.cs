using System.Collections.Immutable;
using SecurityReview.CodeFixes.DataAccess.Binding;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>The placeholder of each value where placeholders are numbered by the arguments behind the text. Values that are written alike share one.</summary>
/// <param name="Placeholders">The values in the order of the text.</param>
/// <param name="Arguments">Those that are passed, in the order of their numbers.</param>
internal sealed record NumberedPlan(ImmutableArray<(BoundValue Value, string Placeholder)> Placeholders, ImmutableArray<BoundValue> Arguments)
{
    /// <param name="values">The values in the order of the text.</param>
    /// <param name="write">Writes the placeholder of a number.</param>
    /// <param name="first">The first number that is free.</param>
    public static NumberedPlan Create(ImmutableArray<BoundValue> values, Func<int, string> write, int first = 0)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var placeholders = ImmutableArray.CreateBuilder<(BoundValue, string)>();
        var arguments = ImmutableArray.CreateBuilder<BoundValue>();
        foreach (var value in values)
        {
            var key = value.Value.ToString();
            if (!numbers.TryGetValue(key, out var number) || !value.CanBeShared)
            {
                number = numbers[key] = first + arguments.Count;
                arguments.Add(value);
            }

            placeholders.Add((value, write(number)));
        }

        return new NumberedPlan(placeholders.ToImmutable(), arguments.ToImmutable());
    }
}
