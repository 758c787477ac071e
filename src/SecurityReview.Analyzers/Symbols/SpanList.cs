using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Spans as the property of a finding: <c>start+length</c>, separated by commas.</summary>
internal static class SpanList
{
    public static string Format(IEnumerable<TextSpan> spans) =>
        string.Join(",", spans.Select(span => span.Start.ToString(CultureInfo.InvariantCulture) + "+" + span.Length.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The nodes of a tree at the spans of a property; empty where one of them is not there.</summary>
    public static ImmutableArray<TNode> NodesAt<TNode>(SyntaxNode root, string? property)
        where TNode : SyntaxNode
    {
        var nodes = ImmutableArray.CreateBuilder<TNode>();
        foreach (var span in Parse(property))
        {
            if (!root.FullSpan.Contains(span) || root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>(node => node.Span == span) is not { } node)
                return ImmutableArray<TNode>.Empty;
            nodes.Add(node);
        }

        return nodes.ToImmutable();
    }

    private static IEnumerable<TextSpan> Parse(string? text)
    {
        foreach (var part in (text ?? "").Split(','))
        {
            var numbers = part.Split('+');
            if (numbers.Length == 2 && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start) &&
                int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            {
                yield return new TextSpan(start, length);
            }
        }
    }
}
