using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Todo;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>
/// Writes the comment by the configured template, with placeholders for what is missing: a name can be searched for and filled in, a
/// ticket is never made up. All comments of the finding are changed; the text and its place stay.
/// </summary>
public abstract class TodoPlaceholderFixer : ReviewFixProvider
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string AddPlaceholders = "todo.add_placeholders";

    private protected TodoPlaceholderFixer(string ruleId, string fixAllTitle)
        : base(ruleId, AddPlaceholders, fixAllTitle)
    {
    }

    /// <inheritdoc/>
    internal sealed override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var missing = MissingOf(context.Diagnostic);
        if (missing.IsEmpty || ChangesOf(context, missing) is not { IsEmpty: false } changes)
            return ImmutableArray<Repair>.Empty;
        var placeholders = string.Join(", ", missing.Select(TodoGrammar.PlaceholderOf));
        return ImmutableArray.Create(Repair.OfText($"Add placeholder for {placeholders}", AddPlaceholders, changes));
    }

    /// <summary>A change for each comment of the finding; empty where the template would lose a detail or not end the finding.</summary>
    private static ImmutableArray<TextChange> ChangesOf(RepairContext context, ImmutableArray<TodoDetail> missing)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var location in context.Diagnostic.AdditionalLocations.Prepend(context.Diagnostic.Location))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (NewLine(context, location.SourceSpan, missing) is not { } line)
                return ImmutableArray<TextChange>.Empty;
            changes.Add(new TextChange(location.SourceSpan, line));
        }

        return changes.ToImmutable();
    }

    private static string? NewLine(RepairContext context, TextSpan span, ImmutableArray<TodoDetail> missing)
    {
        var properties = context.Diagnostic.Properties;
        if (span.End > context.Text.Length || !TryGetTagLength(context.Diagnostic, out var tagLength) || tagLength > span.Length)
            return null;
        var head = TodoHead.Parse(context.Text.ToString(span), tagLength);
        var line = context.Options.Get(ReviewOptions.TodoTemplate)
            .Apply(head, missing, detail => properties.TryGetValue(TodoProperties.DetailPrefix + detail, out var value) ? value : null);
        var repaired = TodoReader.GrammarOf(context.Options).Parse(line, tagLength, continuation: "", span.Start);
        return missing.All(repaired.Says) && head.Details.All(line.Contains) ? line : null;
    }

    private static bool TryGetTagLength(Diagnostic diagnostic, out int length)
    {
        length = 0;
        return diagnostic.Properties.TryGetValue(TodoProperties.TagLength, out var text)
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length);
    }

    private static ImmutableArray<TodoDetail> MissingOf(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(TodoProperties.Missing, out var names) || string.IsNullOrEmpty(names))
            return ImmutableArray<TodoDetail>.Empty;
        return names!.Split(',').Select(name => (TodoDetail)Enum.Parse(typeof(TodoDetail), name)).ToImmutableArray();
    }
}
