using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>
/// What people wrote in pages and components (<c>.cshtml</c>, <c>.razor</c>). It is compiled as part of generated files, of which the rest is nobody's:
/// only the text that maps back to the page counts.
/// </summary>
internal sealed class PageCode
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, bool> _known = new();
    private StrongBox<bool>? _isWanted;

    private PageCode(KnownTypes types) => _compilation = types.Compilation;

    public static PageCode Of(KnownTypes types) => types.Fact(static known => new PageCode(known));

    /// <summary>Whether a place maps to a page.</summary>
    public static bool Contains(Location location) =>
        location.GetMappedLineSpan() is { HasMappedPath: true, Path: var path } && IsPage(path)
            && location.SourceTree?.GetLineVisibility(location.SourceSpan.Start) != LineVisibility.Hidden;

    /// <summary>Whether a generated file holds text of a page, and pages are to be reviewed.</summary>
    public bool StandsIn(SyntaxTree tree, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(tree, out var isPage))
            isPage = _known.GetOrAdd(tree, HasMappings(tree, cancellation));
        return isPage && (_isWanted ??= new StrongBox<bool>(IsWanted(options))).Value;
    }

    private static bool HasMappings(SyntaxTree tree, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).ContainsDirectives && tree.GetLineMappings(cancellation).Any(static mapping => mapping.MappedSpan.HasMappedPath && IsPage(mapping.MappedSpan.Path));

    /// <summary>The generated file is none that a section of .editorconfig can name, so the option counts for all pages if a section sets it for any file.</summary>
    private bool IsWanted(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.Get(ReviewOptions.ReviewPages) && _compilation.SyntaxTrees.All(tree => options.Get(ReviewOptions.ReviewPages, tree));

    private static bool IsPage(string path) => path.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);
}
