using System.Collections.Immutable;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>The parameters of a text and the placeholder of each value. Values that are written alike share one.</summary>
internal sealed record PlaceholderPlan(ImmutableArray<Parameter> Parameters, ImmutableArray<(BoundValue Value, string Placeholder)> Placeholders)
{
    /// <summary>For each of the placeholders the name of its parameter.</summary>
    public ImmutableArray<string> Names { get; private init; }

    /// <param name="values">The values in the order of the text.</param>
    /// <param name="style">How placeholders are written and matched.</param>
    /// <param name="take">Takes a name, in any case, since databases ignore it; false where it is taken.</param>
    /// <param name="existing">Parameters that are passed already: the name for a value that is written like one of them, or null.</param>
    public static PlaceholderPlan Create(
        ImmutableArray<BoundValue> values, PlaceholderStyle style, Func<string, bool> take, Func<string, string?>? existing = null)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        var placeholders = ImmutableArray.CreateBuilder<(BoundValue, string)>();
        var names = ImmutableArray.CreateBuilder<string>();
        var shared = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var key = $"{value.Value} {value.Form}";
            if (existing?.Invoke(value.Value.ToString()) is { } passed)
                shared[key] = passed;
            if (!shared.TryGetValue(key, out var name) || !value.CanBeShared || style.IsOrdered())
            {
                name = FreeName.Like(value.NameHint, take);
                shared[key] = name;
                parameters.Add(new Parameter(name, value.Value, value.MayBeNull) { List = value.Form == ListForm.PerElement ? value.List : null });
            }

            placeholders.Add((value, value.Write(style.Write(name))));
            names.Add(name);
        }

        return new PlaceholderPlan(parameters.ToImmutable(), placeholders.ToImmutable()) { Names = names.ToImmutable() };
    }

    /// <summary>The names of the placeholders that a text has already, without their marks.</summary>
    public static ImmutableHashSet<string> NamesIn(SqlComposition composition) =>
        SqlTokenizer.Tokenize(composition.Text.Sql, composition.Dialect)
            .Where(token => token.Kind == SqlTokenKind.Placeholder).Select(token => token.Text.TrimStart('@', ':', '$', '?'))
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The marks of the placeholders that a text has already.</summary>
    public static string MarksIn(SqlComposition composition) =>
        new(SqlTokenizer.Tokenize(composition.Text.Sql, composition.Dialect)
            .Where(token => token.Kind == SqlTokenKind.Placeholder).Select(token => token.Text[0]).Distinct().ToArray());
}
