using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>The kinds of sources that the options of a file call untrusted.</summary>
internal static class UntrustedKinds
{
    public static SourceKinds Of(AnalyzerOptions options, SyntaxTree tree) =>
        options.Get(ReviewOptions.ThreatModels, tree).Aggregate(SourceKinds.None, static (kinds, model) => kinds | model switch
        {
            ThreatModel.Remote => SourceKinds.Remote,
            ThreatModel.Response => SourceKinds.Response,
            ThreatModel.Local => SourceKinds.Local,
            ThreatModel.Database => SourceKinds.Database,
            _ => SourceKinds.None,
        });
}
