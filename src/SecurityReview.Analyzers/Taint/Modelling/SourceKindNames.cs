using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>The kinds of sources as model files write them.</summary>
internal static class SourceKindNames
{
    public static ImmutableArray<string> All { get; } =
        ImmutableArray.Create("remote", "response", "local", "database", "exception-detail", "exception-message");

    public static bool TryParse(string name, out SourceKinds kind)
    {
        kind = name switch
        {
            "remote" => SourceKinds.Remote,
            "response" => SourceKinds.Response,
            "local" => SourceKinds.Local,
            "database" => SourceKinds.Database,
            "exception-detail" => SourceKinds.ExceptionDetail,
            "exception-message" => SourceKinds.ExceptionMessage,
            _ => SourceKinds.None,
        };
        return kind != SourceKinds.None;
    }
}
