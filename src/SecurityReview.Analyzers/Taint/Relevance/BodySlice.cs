using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Relevance;

/// <summary>
/// Which calls of a body have no part in what some of its expressions are worth (a backward slice, Weiser 1984, of the calls alone and without
/// regard to the order of statements): their code is not looked at.
/// </summary>
internal sealed class BodySlice
{
    /// <summary>Every call matters.</summary>
    public static readonly BodySlice Whole = new(new HashSet<SyntaxNode>(), new HashSet<SyntaxNode>());

    private readonly HashSet<SyntaxNode> _skipped;
    private readonly HashSet<SyntaxNode> _relevant;

    /// <param name="skipped">The calls that do not matter.</param>
    /// <param name="relevant">Those that do.</param>
    public BodySlice(HashSet<SyntaxNode> skipped, HashSet<SyntaxNode> relevant)
    {
        _skipped = skipped;
        _relevant = relevant;
    }

    /// <summary>Whether the code of a call does not matter.</summary>
    public bool Skips(SyntaxNode call) => _skipped.Count > 0 && _skipped.Contains(call);

    /// <summary>Whether what was solved with this slice serves for another one too.</summary>
    public bool Serves(BodySlice other) => _skipped.Count == 0 || (other._skipped.Count > 0 && !other._relevant.Overlaps(_skipped));
}
