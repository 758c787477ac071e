using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>The placeholders of a message template, in order: <c>{Name}</c>, <c>{@Order,10:x}</c>, <c>{0}</c>; doubled braces are text.</summary>
internal static class TemplateHoles
{
    /// <summary>The spans of the placeholders with their braces.</summary>
    public static ImmutableArray<TextSpan> Of(string template)
    {
        var holes = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
                continue;
            if (i + 1 < template.Length && template[i + 1] == '{')
            {
                i++;
                continue;
            }

            var end = template.IndexOf('}', i);
            if (end < 0)
                break;
            holes.Add(TextSpan.FromBounds(i, end + 1));
            i = end;
        }

        return holes.ToImmutable();
    }

    /// <summary>Whether a placeholder asks for the members of its value.</summary>
    public static bool IsDestructured(string template, TextSpan hole) => hole.Length > 2 && template[hole.Start + 1] == '@';
}
