using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Reads the TODO comments of a file, in one pass over its comments.</summary>
internal static class TodoReader
{
    /// <summary>All TODO comments of a file, in the order of the text.</summary>
    /// <param name="options">The options of the file: the tags and the pattern of tickets.</param>
    public static ImmutableArray<TodoComment> Read(SyntaxTree tree, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        var matches = TagScanner.Find(text, options.Get(ReviewOptions.TodoTags), cancellation);
        if (matches.IsEmpty)
            return ImmutableArray<TodoComment>.Empty;
        var spans = CommentReader.Comments(tree.GetRoot(cancellation), options.Get(ReviewOptions.TodoInactiveRegions));
        var starts = Starts(text, spans, matches, cancellation);
        var grammar = GrammarOf(options);
        var comments = ImmutableArray.CreateBuilder<TodoComment>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (comment, tag) = starts[i];
            var next = i + 1 < starts.Count ? starts[i + 1].Tag.Start : text.Length;
            var line = text.Substring(tag.Start, comment.ContentEnd(tag.End) - tag.Start);
            comments.Add(grammar.Parse(line, tag.Length, comment.Continuation(tag.End, next), tag.Start));
        }

        return comments.ToImmutable();
    }

    /// <summary>The grammar that the options of a file ask for.</summary>
    public static TodoGrammar GrammarOf(AnalyzerConfigOptions options)
    {
        var pattern = options.Get(ReviewOptions.TodoTicketPattern);
        var isSet = pattern.ToString().Length > 0;
        return new TodoGrammar(new TicketRecognizer(isSet ? pattern : (Regex?)null));
    }

    /// <summary>The tags that stand at the start of a line of a comment: comments and matches are walked side by side.</summary>
    private static List<(CommentText Comment, TagMatch Tag)> Starts(
        string text, IEnumerable<TextSpan> comments, ImmutableArray<TagMatch> matches, CancellationToken cancellation)
    {
        var starts = new List<(CommentText, TagMatch)>();
        var at = 0;
        foreach (var span in comments)
        {
            while (at < matches.Length && matches[at].Start < span.Start)
                at++;
            if (at == matches.Length)
                break;
            if (matches[at].Start >= span.End)
                continue;
            cancellation.ThrowIfCancellationRequested();
            var comment = new CommentText(text, span);
            for (; at < matches.Length && matches[at].End <= span.End; at++)
            {
                var isLonger = starts.Count > 0 && starts[starts.Count - 1].Item2.Start == matches[at].Start;
                if (!isLonger && comment.StartsLineAt(matches[at].Start))
                    starts.Add((comment, matches[at]));
            }
        }

        return starts;
    }
}
