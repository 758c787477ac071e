using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>The words of a compilation by number: the files of a program have most of their words in common, so that a question about a word is answered once.</summary>
internal sealed class WordTable
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, int[]> _inTrees = new();
    private int _count;

    public static WordTable Of(KnownTypes types) => types.Fact(static _ => new WordTable());

    /// <summary>The numbers of the words of a file, in the order of <see cref="TreeNames.Words"/>.</summary>
    public int[] In(SyntaxTree tree, CancellationToken cancellation) =>
        _inTrees.TryGetValue(tree, out var known) ? known : _inTrees.GetOrAdd(tree, TreeNames.Of(tree, cancellation).Words.Select(NumberOf).ToArray());

    private int NumberOf(string word) => _numbers.TryGetValue(word, out var known) ? known : _numbers.GetOrAdd(word, _ => Interlocked.Increment(ref _count));
}
