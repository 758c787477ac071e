using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ExceptionHandling.Logging;

namespace SecurityReview.CodeFixes.ExceptionHandling.LogTemplates;

/// <summary>A constant template with the values of its placeholders, in order.</summary>
/// <param name="Text">The template.</param>
/// <param name="Values">The values; null for one that the call passes already.</param>
internal sealed record LogTemplate(string Text, ImmutableArray<ExpressionSyntax?> Values)
{
    /// <summary>The template of a text that is put together.</summary>
    /// <param name="isNumbered">Whether the logger goes by numbers.</param>
    /// <param name="passed">How many values the call passes already; the words then have a placeholder for each.</param>
    /// <returns>Null where placeholders and values do not match.</returns>
    public static LogTemplate? Of(IReadOnlyList<TemplatePart> parts, bool isNumbered, int passed)
    {
        if (isNumbered && passed > 0)
            return null;
        var there = passed == 0 ? [] : parts.SelectMany(static part => HolesIn(part.Words)).ToList();
        if (there.Count != passed || there.Any(static hole => hole.Length == 0 || char.IsDigit(hole[0])))
            return null;
        var names = new PlaceholderNames(there.Select(NameIn));
        var text = new StringBuilder();
        var values = ImmutableArray.CreateBuilder<ExpressionSyntax?>();
        foreach (var part in parts)
        {
            if (part.Value is { } value)
            {
                var name = isNumbered ? values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : names.For(value);
                text.Append('{').Append(name).Append(part.Form).Append('}');
                values.Add(value);
            }
            else
            {
                text.Append(passed == 0 ? part.Words.Replace("{", "{{").Replace("}", "}}") : part.Words);
                values.AddRange(HolesIn(passed == 0 ? "" : part.Words).Select(static _ => (ExpressionSyntax?)null));
            }
        }

        return new LogTemplate(text.ToString(), values.ToImmutable());
    }

    private static IEnumerable<string> HolesIn(string words) => TemplateHoles.Of(words).Select(hole => words.Substring(hole.Start + 1, hole.Length - 2));

    private static string NameIn(string hole) => hole.TrimStart('@', '$').Split(',', ':')[0];
}
