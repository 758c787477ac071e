using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Todo.Expiry;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Settings that hold the build property for today's date, unless the project sets it itself.</summary>
internal sealed class DatedOptions(AnalyzerConfigOptions settings, DateOnly today) : AnalyzerConfigOptions
{
    private readonly string _today = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override IEnumerable<string> Keys => settings.Keys.Append(ExpiryFacts.TodayProperty).Distinct(KeyComparer);

    /// <inheritdoc/>
    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        var isKnown = settings.TryGetValue(key, out value);
        if (!KeyComparer.Equals(key, ExpiryFacts.TodayProperty) || !string.IsNullOrWhiteSpace(value))
            return isKnown;
        value = _today;
        return true;
    }
}
