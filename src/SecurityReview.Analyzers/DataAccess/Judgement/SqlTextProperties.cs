using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>What a finding about SQL text tells the fixer.</summary>
internal static class SqlTextProperties
{
    private const string OpenNames = "openNames";

    /// <summary>The properties of a finding.</summary>
    /// <param name="openNames">Where the expressions start that stand for names and are not known to be the program's own.</param>
    public static ImmutableDictionary<string, string?> Of(ImmutableArray<int> openNames) =>
        ImmutableDictionary<string, string?>.Empty.Add(OpenNames, string.Join(" ", openNames.Select(static start => start.ToString(CultureInfo.InvariantCulture))));

    /// <summary>Whether an expression that stands for a name is known to be the program's own; false where the finding does not say.</summary>
    public static bool IsKnownName(Diagnostic finding, SyntaxNode expression) =>
        finding.Properties.TryGetValue(OpenNames, out var starts) && starts is not null
        && !starts.Split(' ').Contains(expression.SpanStart.ToString(CultureInfo.InvariantCulture));
}
