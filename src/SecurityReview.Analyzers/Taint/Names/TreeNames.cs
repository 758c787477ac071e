using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>
/// Where each word stands in one syntax tree: an index over the raw text, made without binding and without walking the tree, so that it costs
/// little and survives the editing of other files. Words of comments and literals are in it too; who asks looks at the token.
/// </summary>
internal sealed class TreeNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_perTree = new();

    /// <summary>Positions by the hash of the word.</summary>
    private readonly Dictionary<int, List<int>> _positions;
    private readonly SyntaxTree _tree;

    private TreeNames(SyntaxTree tree, SourceText text)
    {
        _tree = tree;
        _positions = Index(text);
    }

    public static TreeNames Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_perTree.TryGetValue(tree, out var known))
            return known;
        var names = new TreeNames(tree, tree.GetText(cancellation));
        return s_perTree.GetValue(tree, _ => names);
    }

    /// <summary>Whether a word may stand in the tree; false for sure where it does not.</summary>
    public bool MayHave(string word) => _positions.ContainsKey(HashOf(word));

    /// <summary>The tokens that are spelled so, in order; the tree is parsed already, so this binds nothing.</summary>
    public IEnumerable<SyntaxToken> TokensOf(string word, CancellationToken cancellation)
    {
        if (!_positions.TryGetValue(HashOf(word), out var positions))
            yield break;
        var root = _tree.GetRoot(cancellation);
        foreach (var position in positions)
        {
            var token = root.FindToken(position);
            if (token.ValueText == word && token.Span.Contains(position))
                yield return token;
        }
    }

    private static int HashOf(string word)
    {
        var hash = 17;
        foreach (var letter in word)
            hash = unchecked((hash * 31) + letter);
        return hash;
    }

    private static Dictionary<int, List<int>> Index(SourceText text)
    {
        var index = new Dictionary<int, List<int>>();
        var buffer = new char[Math.Min(text.Length, 8192)];
        var (start, hash) = (-1, 17);
        for (var offset = 0; offset < text.Length; offset += buffer.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - offset);
            text.CopyTo(offset, buffer, 0, count);
            for (var i = 0; i < count; i++)
            {
                var letter = buffer[i];
                if (letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' || (letter > 127 && !char.IsWhiteSpace(letter)))
                {
                    if (start < 0)
                        (start, hash) = (offset + i, 17);
                    hash = unchecked((hash * 31) + letter);
                }
                else if (start >= 0)
                {
                    Add(index, hash, start);
                    start = -1;
                }
            }
        }

        if (start >= 0)
            Add(index, hash, start);
        return index;
    }

    private static void Add(Dictionary<int, List<int>> index, int hash, int position)
    {
        if (!index.TryGetValue(hash, out var positions))
            index[hash] = positions = new List<int>(1);
        positions.Add(position);
    }
}
