using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Taint.Query;
using SecurityReview.Analyzers.Todo.Controls;
using SecurityReview.Analyzers.Todo.Expiry;
using SecurityReview.Analyzers.Todo.Security;

namespace SecurityReview.Analyzers.Todo;

/// <summary>
/// Judges every TODO comment of a file once for all rules of the family, so that a comment is one finding: an expired one before one about
/// security, that before one that nobody owns. One per compilation.
/// </summary>
internal sealed class TodoJudge
{
    private readonly KnownTypes _types;
    private readonly ConditionalWeakTable<SyntaxTree, FileVerdicts> _files = new();
    private readonly ConditionalWeakTable<AnalyzerOptions, WordForm> _tags = new();

    private TodoJudge(KnownTypes types) => _types = types;

    public static TodoJudge Of(KnownTypes types) => types.Fact(static known => new TodoJudge(known));

    /// <summary>The comments of a file, in the order of the text; those that no rule speaks about too.</summary>
    public ImmutableArray<JudgedTodo> Judge(SemanticModel model, AnalyzerOptions options, CancellationToken cancellation)
    {
        var file = _files.GetOrCreateValue(model.SyntaxTree);
        var settings = options.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree);
        lock (file)
        {
            // The rules of a run ask with the same options; whoever asks with others is another run over the same compilation.
            if (!ReferenceEquals(file.Options, options))
            {
                file.Verdicts = JudgeFile(model, options, settings, cancellation);
                file.Options = options;
            }

            return file.Verdicts;
        }
    }

    private ImmutableArray<JudgedTodo> JudgeFile(SemanticModel model, AnalyzerOptions options, AnalyzerConfigOptions settings, CancellationToken cancellation)
    {
        // Most files have no word that a tag is part of.
        if (!TagWords(options).In(model.SyntaxTree, cancellation).Any())
            return ImmutableArray<JudgedTodo>.Empty;
        var comments = TodoReader.Read(model.SyntaxTree, settings, cancellation);
        if (comments.IsEmpty)
            return ImmutableArray<JudgedTodo>.Empty;
        var required = settings.Get(ReviewOptions.TodoRequire);
        var expiry = new TodoExpiry(ExpiryFacts.Of(_types), settings, model.SyntaxTree);
        var words = new SecurityText(settings.Get(ReviewOptions.TodoSecurityWords));
        var places = new Lazy<SecurityPlaces>(() => PlacesOf(model, options, cancellation));
        var judged = ImmutableArray.CreateBuilder<JudgedTodo>();
        foreach (var comment in comments)
        {
            cancellation.ThrowIfCancellationRequested();
            if (expiry.ReasonOf(comment) is { } reason)
                judged.Add(new JudgedTodo(comment, TodoRule.Expired, ImmutableArray<TodoDetail>.Empty, reason));
            else if (comment.Ticket is null && SecurityWordsOf(comment, words, places) is { } named)
                judged.Add(new JudgedTodo(comment, TodoRule.Security, comment.Missing(required.Add(TodoDetail.Ticket)), named));
            else if (comment.Missing(required) is { IsEmpty: false } missing)
                judged.Add(new JudgedTodo(comment, TodoRule.Untracked, missing, LackOf(missing, required)));
            else
                judged.Add(new JudgedTodo(comment, TodoRule.None, ImmutableArray<TodoDetail>.Empty, ""));
        }

        return judged.ToImmutable();
    }

    private WordForm TagWords(AnalyzerOptions options) =>
        _tags.GetValue(options, key => new WordForm(_types, tree => key.Get(ReviewOptions.TodoTags, tree), TagScanner.MayBeIn));

    /// <summary>The words that make a comment a matter of security; null where it is none.</summary>
    private static string? SecurityWordsOf(TodoComment comment, SecurityText words, Lazy<SecurityPlaces> places)
    {
        var position = comment.Span.Start;
        var relevance = words.Judge(comment.Topic, () => places.Value.NamesAround(position));
        return relevance.IsCertain || (relevance.DependsOnPlace && places.Value.Contains(position)) ? relevance.Words : null;
    }

    private static string LackOf(ImmutableArray<TodoDetail> missing, ImmutableHashSet<TodoDetail> required) =>
        required.IsEmpty ? "owner or ticket" : string.Join(" and no ", missing.Select(NameOf));

    private static string NameOf(TodoDetail detail) => detail == TodoDetail.Due ? "due date" : TodoGrammar.PlaceholderOf(detail);

    private SecurityPlaces PlacesOf(SemanticModel model, AnalyzerOptions options, CancellationToken cancellation)
    {
        var models = TaintEngine.Of(_types, options, cancellation).Models;
        return new SecurityPlaces(model, EntryPoints.Of(_types, models), DecisionMethods.Of(_types), new SecurityApis(models), cancellation);
    }

    private sealed class FileVerdicts
    {
        public AnalyzerOptions? Options { get; set; }

        public ImmutableArray<JudgedTodo> Verdicts { get; set; }
    }
}
