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
    /// <summary>In place of a word: where an element is assigned, <c>map[key] = …</c>.</summary>
    public static readonly int ElementAssignment = HashOf("]=");

    /// <summary>In place of a word: where a text has a hole that asks for members, <c>{@value}</c>.</summary>
    public static readonly int Destructuring = HashOf("{@");

    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> s_perTree = new();

    private readonly SyntaxTree _tree;

    /// <summary>The entries in the order of the text: each the hash of a word and where it stands, chained by bucket.</summary>
    private readonly int[] _hashes;
    private readonly int[] _positions;
    private readonly WordUse[] _uses;
    private readonly int[] _next;
    private readonly int[] _buckets;
    private IReadOnlyList<string>? _words;

    private TreeNames(SyntaxTree tree, SourceText text)
    {
        _tree = tree;
        var found = Found.Begin();
        Scan(text, found);
        (_hashes, _positions, _uses) = (found.Hashes.ToArray(), found.Positions.ToArray(), found.Uses.ToArray());
        var size = 16;
        while (size < _hashes.Length)
            size *= 2;
        _buckets = new int[size];
        _next = new int[_hashes.Length];
        // From the end, so that each chain is in the order of the text. An entry is its index and one; zero ends a chain.
        for (var i = _hashes.Length - 1; i >= 0; i--)
        {
            ref var bucket = ref _buckets[BucketOf(_hashes[i])];
            _next[i] = bucket;
            bucket = i + 1;
        }
    }

    /// <summary>The words that stand in the tree, each once.</summary>
    public IReadOnlyList<string> Words => _words ??= ReadWords();

    public static TreeNames Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (s_perTree.TryGetValue(tree, out var known))
            return known;
        var names = new TreeNames(tree, tree.GetText(cancellation));
        return s_perTree.GetValue(tree, _ => names);
    }

    public static int HashOf(string word)
    {
        var hash = 17;
        foreach (var letter in word)
            hash = Add(hash, letter);
        return hash;
    }

    /// <summary>Whether a character continues a word.</summary>
    public static bool IsPartOfWord(char letter) =>
        letter is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' || (letter > 127 && !char.IsWhiteSpace(letter));

    /// <summary>Whether a word may stand in the tree; false for sure where it does not.</summary>
    public bool MayHave(string word) => MayHave(HashOf(word));

    /// <summary>The same of a word by its hash.</summary>
    public bool MayHave(int hash) => First(hash) >= 0;

    /// <summary>Adds where a word of a hash may stand in a use, in order.</summary>
    public void AddPlaces(int hash, WordUse use, List<int> places)
    {
        for (var i = First(hash); i >= 0; i = Next(i))
        {
            if (MayBe(i, use))
                places.Add(_positions[i]);
        }
    }

    /// <summary>The tokens that are spelled so, in order; the tree is parsed already, so this binds nothing.</summary>
    /// <param name="use">The only use that counts.</param>
    public IEnumerable<SyntaxToken> TokensOf(string word, CancellationToken cancellation, WordUse use = WordUse.Any)
    {
        var index = First(HashOf(word));
        if (index < 0)
            yield break;
        var root = _tree.GetRoot(cancellation);
        for (; index >= 0; index = Next(index))
        {
            if (MayBe(index, use) && TokenAt(_positions[index], word, root) is { } token)
                yield return token;
        }
    }

    /// <summary>The tokens in a piece of code that are spelled so, in order.</summary>
    public IEnumerable<SyntaxToken> TokensIn(SyntaxNode code, string word)
    {
        var span = code.Span;
        for (var index = First(HashOf(word)); index >= 0 && _positions[index] < span.End; index = Next(index))
        {
            if (_positions[index] >= span.Start && TokenAt(_positions[index], word, code) is { } token)
                yield return token;
        }
    }

    private bool MayBe(int index, WordUse use) => use == WordUse.Any || _uses[index] == WordUse.Any || _uses[index] == use;

    private static SyntaxToken? TokenAt(int position, string word, SyntaxNode around)
    {
        var token = around.FindToken(position);
        return token.ValueText == word && token.Span.Contains(position) ? token : null;
    }

    private static int Add(int hash, char letter) => unchecked((hash * 31) + letter);

    private static void Scan(SourceText text, Found found)
    {
        var buffer = new char[Math.Min(text.Length, 8192)];
        var (start, hash) = (-1, 17);
        // Where a bracket ends, if nothing is behind it yet.
        var bracket = -1;
        var isBehindBrace = false;
        for (var offset = 0; offset < text.Length; offset += buffer.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - offset);
            text.CopyTo(offset, buffer, 0, count);
            for (var i = 0; i < count; i++)
            {
                var letter = buffer[i];
                if (IsPartOfWord(letter))
                {
                    if (start < 0)
                    {
                        found.Follow(letter);
                        (start, hash, bracket, isBehindBrace) = (offset + i, 17, -1, false);
                    }

                    hash = Add(hash, letter);
                    continue;
                }

                if (start >= 0)
                {
                    found.AddWord(hash, start);
                    start = -1;
                }

                found.Follow(letter);

                if (letter == '=' && bracket >= 0)
                    found.Add(ElementAssignment, bracket);
                if (letter == '@' && isBehindBrace)
                    found.Add(Destructuring, offset + i);
                isBehindBrace = letter == '{';
                if (letter > ' ')
                    bracket = letter == ']' ? offset + i : -1;
            }
        }

        if (start >= 0)
            found.AddWord(hash, start);
    }

    private int BucketOf(int hash) => unchecked((int)(((uint)hash * 2654435769) >> 7)) & (_buckets.Length - 1);

    private int First(int hash) => SameFrom(_buckets[BucketOf(hash)] - 1, hash);

    private int Next(int index) => SameFrom(_next[index] - 1, _hashes[index]);

    private int SameFrom(int index, int hash)
    {
        while (index >= 0 && _hashes[index] != hash)
            index = _next[index] - 1;
        return index;
    }

    private IReadOnlyList<string> ReadWords()
    {
        var text = _tree.GetText();
        var words = new List<string>();
        for (var i = 0; i < _hashes.Length; i++)
        {
            if (First(_hashes[i]) != i)
                continue;
            var end = _positions[i];
            while (end < text.Length && IsPartOfWord(text[end]))
                end++;
            if (end > _positions[i])
                words.Add(text.ToString(TextSpan.FromBounds(_positions[i], end)));
        }

        return words;
    }

    /// <summary>What a scan finds; one for all scans of a thread, since most files have as many words as the last.</summary>
    private sealed class Found
    {
        /// <summary>A larger one than most files need is not kept.</summary>
        private const int MaxKept = 1 << 15;

        [ThreadStatic]
        private static Found? s_last;

        private const byte Word = 1;
        private const byte Equality = 2;

        /// <summary>What stands behind the last word so far: nothing, or a sign of equality; zero where its use is known.</summary>
        private byte _open;

        private int _last;

        public List<int> Hashes { get; } = new();

        public List<int> Positions { get; } = new();

        public List<WordUse> Uses { get; } = new();

        /// <summary>One without words.</summary>
        public static Found Begin()
        {
            var found = s_last is { Hashes.Capacity: <= MaxKept } last ? last : s_last = new Found();
            found.Hashes.Clear();
            found.Positions.Clear();
            found.Uses.Clear();
            found._open = 0;
            return found;
        }

        /// <summary>Adds what is no word.</summary>
        public void Add(int hash, int position) => Add(hash, position, WordUse.Any);

        /// <summary>Adds a word; how it is used tells what follows.</summary>
        public void AddWord(int hash, int position)
        {
            (_last, _open) = (Hashes.Count, Word);
            Add(hash, position, WordUse.Other);
        }

        /// <summary>Reads a character behind a word, until the use of the word is known.</summary>
        public void Follow(char letter)
        {
            if (_open != 0 && (letter > ' ' || _open == Equality))
                Read(letter);
        }

        private void Read(char letter)
        {
            if (_open == Equality)
            {
                if (letter is not ('=' or '>'))
                    Uses[_last] = WordUse.Assigned;
                _open = 0;
                return;
            }

            Uses[_last] = letter switch
            {
                '(' or '<' => WordUse.Called,
                '.' => WordUse.Qualifying,
                '"' => WordUse.EndOfText,
                '/' or '#' => WordUse.Any,
                _ => WordUse.Other,
            };
            _open = letter == '=' ? Equality : (byte)0;
        }

        private void Add(int hash, int position, WordUse use)
        {
            Hashes.Add(hash);
            Positions.Add(position);
            Uses.Add(use);
        }
    }
}
