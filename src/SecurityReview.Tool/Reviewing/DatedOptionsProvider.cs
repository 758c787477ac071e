using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Tool.Reviewing;

/// <summary>
/// The settings of a project, and what today is. A build does not tell, so that it stays reproducible; a review is of a certain day.
/// </summary>
internal sealed class DatedOptionsProvider(AnalyzerConfigOptionsProvider settings, DateOnly today) : AnalyzerConfigOptionsProvider
{
    private readonly ConditionalWeakTable<AnalyzerConfigOptions, DatedOptions> _wrapped = [];

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => Dated(settings.GlobalOptions);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Dated(settings.GetOptions(tree));

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Dated(settings.GetOptions(textFile));

    private DatedOptions Dated(AnalyzerConfigOptions options) => _wrapped.GetValue(options, inner => new DatedOptions(inner, today));
}
