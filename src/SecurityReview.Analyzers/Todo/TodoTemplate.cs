using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SecurityReview.Analyzers.Todo;

/// <summary>How a tracked TODO is written: literal text with <c>{tag}</c>, <c>{text}</c>, <c>{details}</c>, <c>{owner}</c>, <c>{ticket}</c>, <c>{due}</c>.</summary>
public sealed class TodoTemplate
{
    /// <summary>The template that is used unless a user sets one.</summary>
    public const string DefaultText = "{tag}({details}): {text}";

    private const string Tag = "{tag}";
    private const string Text = "{text}";
    private const string Details = "{details}";

    private static readonly Regex s_slot = new(@"\{[^{}]*\}", RegexOptions.CultureInvariant);

    /// <summary>They would end a comment or break the XML of a documentation comment.</summary>
    private static readonly string[] s_forbidden = ["*/", "/*", "<", ">", "&", "\n", "\r"];

    private readonly string _text;

    private TodoTemplate(string text) => _text = text;

    /// <summary>The template as a user wrote it; false where it would lose the tag or the text, or names an unknown slot.</summary>
    public static bool TryParse(string text, out TodoTemplate template)
    {
        var trimmed = text.Trim();
        template = new TodoTemplate(trimmed);
        var slots = s_slot.Matches(trimmed).Cast<Match>().Select(match => match.Value).ToList();
        return trimmed.StartsWith(Tag, StringComparison.Ordinal)
            && slots.Count(slot => slot == Tag) == 1
            && slots.Count(slot => slot == Text) == 1
            && slots.All(IsKnown)
            && !s_forbidden.Any(trimmed.Contains);
    }

    /// <summary>The line for a comment.</summary>
    /// <param name="head">The comment as it stands.</param>
    /// <param name="missing">What it does not say; placeholders are put in for that.</param>
    /// <param name="valueOf">What it says.</param>
    internal string Apply(TodoHead head, ImmutableArray<TodoDetail> missing, Func<TodoDetail, string?> valueOf)
    {
        // In one pass: what a person wrote may look like a slot.
        return s_slot.Replace(_text, match => match.Value switch
        {
            Tag => head.Tag,
            Text => head.Text,
            Details => string.Join(", ", DetailsOf(head, missing)),
            var slot => valueOf(DetailOf(slot)) ?? TodoGrammar.PlaceholderOf(DetailOf(slot)),
        }).TrimEnd();
    }

    /// <summary>What the parentheses held, the owner first, other placeholders last.</summary>
    private static IEnumerable<string> DetailsOf(TodoHead head, ImmutableArray<TodoDetail> missing)
    {
        var owner = missing.Where(detail => detail == TodoDetail.Owner).Select(TodoGrammar.PlaceholderOf);
        var others = missing.Where(detail => detail != TodoDetail.Owner).Select(TodoGrammar.PlaceholderOf);
        return owner.Concat(head.Details).Concat(others);
    }

    private static bool IsKnown(string slot) =>
        slot is Tag or Text or Details || Enum.GetValues(typeof(TodoDetail)).Cast<TodoDetail>().Any(detail => slot == SlotOf(detail));

    private static TodoDetail DetailOf(string slot) =>
        Enum.GetValues(typeof(TodoDetail)).Cast<TodoDetail>().First(detail => slot == SlotOf(detail));

    private static string SlotOf(TodoDetail detail) => $"{{{TodoGrammar.PlaceholderOf(detail)}}}";
}
