using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation.Authorization;

/// <summary>Puts attributes before declarations, and takes them away, as changes of the text: several repairs that ask for the same change make it once.</summary>
internal static class AttributeText
{
    /// <summary>The changes that give a declaration an attribute, with the directive that its name needs.</summary>
    /// <param name="space">The namespace of the attribute.</param>
    /// <param name="name">Its name without the suffix, with arguments if there are any.</param>
    public static IEnumerable<TextChange> Add(MemberDeclarationSyntax declaration, string space, string name, RepairContext context)
    {
        var simple = name.Split('(')[0];
        var visible = context.Model.LookupNamespacesAndTypes(declaration.SpanStart, name: simple + "Attribute");
        var text = name;
        if (visible.IsEmpty && Directive(space, context) is { } directive)
            yield return directive;
        else if (visible.IsEmpty || visible.Any(symbol => symbol.ContainingNamespace.ToDisplayString() != space))
            text = space + "." + name;

        var line = context.Text.Lines.GetLineFromPosition(declaration.SpanStart);
        var before = context.Text.ToString(TextSpan.FromBounds(line.Start, declaration.SpanStart));
        yield return new TextChange(new TextSpan(declaration.SpanStart, 0), before.Trim().Length == 0 ? $"[{text}]\n{before}" : $"[{text}] ");
    }

    /// <summary>The change that takes an attribute away; its whole line, where nothing else stands there.</summary>
    public static TextChange Remove(AttributeSyntax attribute, SourceText text)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            var index = list.Attributes.IndexOf(attribute);
            return new TextChange(
                index == 0 ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart) : TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End), "");
        }

        var line = text.Lines.GetLineFromPosition(list.SpanStart);
        var isAlone = line.End >= list.Span.End && text.ToString(TextSpan.FromBounds(line.Start, list.SpanStart)).Trim().Length == 0 && text.ToString(TextSpan.FromBounds(list.Span.End, line.End)).Trim().Length == 0;
        return new TextChange(isAlone ? line.SpanIncludingLineBreak : TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), "");
    }

    /// <summary>A using directive in its place among the others; null where the file has none.</summary>
    private static TextChange? Directive(string space, RepairContext context)
    {
        if (context.Root is not CompilationUnitSyntax { Usings: { Count: > 0 } usings })
            return null;
        var plain = usings.Where(static item => item.Alias is null && item.StaticKeyword.RawKind == 0 && item.GlobalKeyword.RawKind == 0).ToList();
        if (plain.Count == 0)
            return null;
        var next = plain.FirstOrDefault(item => IsSystem(item) == IsSystem(space) ? string.CompareOrdinal(item.Name?.ToString(), space) > 0 : IsSystem(space));
        return next is not null
            ? new TextChange(new TextSpan(next.SpanStart, 0), $"using {space};\n")
            : new TextChange(new TextSpan(plain[plain.Count - 1].Span.End, 0), $"\nusing {space};");
    }

    private static bool IsSystem(UsingDirectiveSyntax directive) => IsSystem(directive.Name?.ToString() ?? "");

    private static bool IsSystem(string space) => space == "System" || space.StartsWith("System.", StringComparison.Ordinal);
}
