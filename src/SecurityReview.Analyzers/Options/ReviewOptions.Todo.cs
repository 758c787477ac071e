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

    private static TodoTemplate Default() =>
        Todo.TodoTemplate.TryParse(Todo.TodoTemplate.DefaultText, out var template)
            ? template
            : throw new InvalidOperationException("The default template is no template.");
}
