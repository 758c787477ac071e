using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SecurityReview.Analyzers.Todo;

namespace SecurityReview.Analyzers.Options;

public static partial class ReviewOptions
{
    /// <summary>The words that make a comment line a TODO.</summary>
    public static ReviewOption<ImmutableArray<string>> TodoTags { get; } = OptionOf.Names(
        "todo.tags", "TODO, FIXME, HACK, XXX, BUG, LATER", "The words that make a comment line a TODO.");

    /// <summary>What a TODO must say.</summary>
    public static ReviewOption<ImmutableHashSet<TodoDetail>> TodoRequire { get; } = OptionOf.Choices(
        "todo.require", ImmutableHashSet<TodoDetail>.Empty, "What a TODO must say, all of it; unset, an owner or a ticket is enough.");

    /// <summary>What a ticket looks like.</summary>
    public static ReviewOption<Regex> TodoTicketPattern { get; } = OptionOf.Pattern(
        "todo.ticket_pattern", "", "What a ticket looks like; replaces the built-in forms #123, ABC-123 and addresses.");

    /// <summary>How the repair writes a TODO.</summary>
    public static ReviewOption<TodoTemplate> TodoTemplate { get; } = new(
        "todo.template",
        "{tag} first, {text} once, and {details}, {owner}, {ticket}, {due} as wanted, without < > &",
        Todo.TodoTemplate.DefaultText,
        "How the repair writes a TODO; placeholders stand for what is missing.",
        Default(),
        Todo.TodoTemplate.TryParse);

    /// <summary>Report identical TODOs of a file once.</summary>
    public static ReviewOption<bool> TodoCollapse { get; } = OptionOf.Bool(
        "todo.collapse", true, "Report TODOs with identical text in a file as one finding with a count.");

    /// <summary>Further words of security.</summary>
    public static ReviewOption<ImmutableArray<string>> TodoSecurityWords { get; } = OptionOf.Names(
        "todo.security_words", "", "Further words and phrases that make a TODO a matter of security; a star at the end stands for any ending.");

    /// <summary>The day of the review.</summary>
    public static ReviewOption<DateTime?> TodoToday { get; } = new(
        "todo.today", "a day written as 2026-01-31", "", "What day it is for dates in TODOs; unset, the build property SecurityReviewToday counts.", null, ParseDay);

    /// <summary>Read the TODOs of inactive branches too.</summary>
    public static ReviewOption<bool> TodoInactiveRegions { get; } = OptionOf.Bool(
        "todo.inactive_regions", false, "Read the TODOs in inactive #if branches too.");

    /// <summary>How many words the reason of a suppression has at least.</summary>
    public static ReviewOption<int> SuppressionMinWords { get; } = OptionOf.Int(
        "suppression.min_words", 1, 1, 50, "How many words the reason of a security suppression has at least.");

    private static bool ParseDay(string text, out DateTime? day)
    {
        day = IsoDate.Parse(text);
        return day is not null;
    }

    private static TodoTemplate Default() =>
        Todo.TodoTemplate.TryParse(Todo.TodoTemplate.DefaultText, out var template)
            ? template
            : throw new InvalidOperationException("The default template is no template.");
}
