using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Todo.Suppressions;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>Gives a suppression a place for its reason, and an end after the code that it is about.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuppressionFixer))]
public sealed class SuppressionFixer() : ReviewFixProvider(RuleIds.UnreasonedSuppression, Complete, "Complete all security suppressions")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string Complete = "suppression.complete";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        var span = context.Diagnostic.Location.SourceSpan;
        var properties = context.Diagnostic.Properties;
        if (span.End > context.Text.Length)
            return ImmutableArray<Repair>.Empty;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        if (properties.ContainsKey(SuppressionProperties.NoReason))
        {
            var reason = context.Root.FindNode(span) is { } node && node.FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList: { } arguments }
                ? OfAttribute(arguments)
                : OfPragma(context.Text, span);
            changes.Add(reason);
        }

        if (properties.TryGetValue(SuppressionProperties.NotRestored, out var ids))
        {
            if (SuppressionEnd.Find(context.Root, context.Text, span) is not { } end)
                return ImmutableArray<Repair>.Empty;
            changes.Add(SuppressionEnd.RestoreAt(context.Text, span, end, ids ?? ""));
        }

        return changes.Count == 0
            ? ImmutableArray<Repair>.Empty
            : ImmutableArray.Create(Repair.OfText("Complete the suppression", Complete, changes.ToImmutable()));
    }

    private static TextChange OfAttribute(AttributeArgumentListSyntax arguments)
    {
        const string Literal = "\"" + SuppressionReason.Placeholder + "\"";
        var justification = arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification");
        return justification is null
            ? new TextChange(new TextSpan(arguments.CloseParenToken.SpanStart, 0), ", Justification = " + Literal)
            : new TextChange(justification.Expression.Span, Literal);
    }

    /// <summary>Behind what stands on the line, which may be a comment that says too little.</summary>
    private static TextChange OfPragma(SourceText text, TextSpan span)
    {
        var line = text.Lines.GetLineFromPosition(span.End);
        var rest = text.ToString(TextSpan.FromBounds(span.End, line.End));
        var start = rest.Contains("//") ? " " : " // ";
        return new TextChange(new TextSpan(span.End + rest.TrimEnd().Length, 0), start + SuppressionReason.Placeholder);
    }
}
