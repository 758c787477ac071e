using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>A form that words may have, asked of each word of a compilation once.</summary>
/// <param name="types">The types of the compilation.</param>
/// <param name="configured">What the options of a file add to the form.</param>
/// <param name="isOfForm">Whether a word has the form, under what the options add.</param>
internal sealed class WordForm(KnownTypes types, Func<SyntaxTree, ImmutableArray<string>> configured, Func<string, ImmutableArray<string>, bool> isOfForm)
{
    private readonly WordTable _table = WordTable.Of(types);

    /// <summary>The answers, for each configuration.</summary>
    private readonly ConcurrentDictionary<string, Answers> _answers = new(StringComparer.Ordinal);

    /// <summary>The words of a file that have the form.</summary>
    public IEnumerable<string> In(SyntaxTree tree, CancellationToken cancellation)
    {
        var added = configured(tree);
        var answers = _answers.GetOrAdd(string.Join("\n", added), static _ => new Answers());
        var words = TreeNames.Of(tree, cancellation).Words;
        var numbers = _table.In(tree, cancellation);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (answers.Of(numbers[i]) ?? answers.Note(numbers[i], isOfForm(words[i], added)))
                yield return words[i];
        }
    }

    /// <summary>Answers by the number of the word. Two who answer at once answer the same.</summary>
    private sealed class Answers
    {
        private const byte No = 1;
        private const byte Yes = 2;

        private readonly object _lock = new();
        private volatile byte[] _known = new byte[1024];

        public bool? Of(int number)
        {
            var known = _known;
            return number >= known.Length || known[number] == 0 ? null : known[number] == Yes;
        }

        public bool Note(int number, bool answer)
        {
            lock (_lock)
            {
                if (number >= _known.Length)
                {
                    var longer = new byte[Math.Max(number + 1, _known.Length * 2)];
                    _known.CopyTo(longer, 0);
                    _known = longer;
                }

                _known[number] = answer ? Yes : No;
            }

            return answer;
        }
    }
}
