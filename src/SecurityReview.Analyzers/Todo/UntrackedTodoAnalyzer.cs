using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Work that a comment leaves open and nobody owns is forgotten, however much depends on it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntrackedTodoAnalyzer : ReviewAnalyzer
{
    private const int LongestQuote = 60;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UntrackedTodo);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types) =>
        context.RegisterSyntaxTreeAction(Analyze);

    private static void Analyze(SyntaxTreeAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Tree);
        var comments = TodoReader.Read(context.Tree, options, context.CancellationToken);
        if (comments.IsEmpty)
            return;
        var required = options.Get(ReviewOptions.TodoRequire);
        var untracked = comments.Where(comment => !comment.Missing(required).IsEmpty);
        var findings = options.Get(ReviewOptions.TodoCollapse)
            ? untracked.GroupBy(comment => comment.Identity).Select(group => group.ToImmutableArray())
            : untracked.Select(comment => ImmutableArray.Create(comment));
        foreach (var same in findings)
            context.ReportDiagnostic(FindingOf(same, required, context.Tree));
    }

    /// <summary>One finding for comments that say the same thing, at the first of them.</summary>
    private static Diagnostic FindingOf(ImmutableArray<TodoComment> same, ImmutableHashSet<TodoDetail> required, SyntaxTree tree)
    {
        var first = same[0];
        var missing = first.Missing(required);
        var lacks = required.IsEmpty ? "owner or ticket" : string.Join(" and no ", missing.Select(NameOf));
        return Diagnostic.Create(
            Descriptors.UntrackedTodo,
            Location.Create(tree, first.Span),
            same.Skip(1).Select(comment => Location.Create(tree, comment.Span)),
            PropertiesOf(first, missing),
            Quote(first.Head),
            lacks,
            same.Length == 1 ? "" : $" ({same.Length} times in this file)");
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(TodoComment comment, ImmutableArray<TodoDetail> missing)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[TodoProperties.TagLength] = comment.Head.Tag.Length.ToString(CultureInfo.InvariantCulture);
        properties[TodoProperties.Missing] = string.Join(",", missing);
        foreach (TodoDetail detail in Enum.GetValues(typeof(TodoDetail)))
            properties[TodoProperties.DetailPrefix + detail] = comment.ValueOf(detail);
        return properties.ToImmutable();
    }

    private static string NameOf(TodoDetail detail) => detail == TodoDetail.Due ? "due date" : TodoGrammar.PlaceholderOf(detail);

    private static string Quote(TodoHead head)
    {
        if (head.Text.Length == 0)
            return head.Tag;
        if (head.Text.Length <= LongestQuote)
            return $"{head.Tag} '{head.Text}'";
        var end = char.IsHighSurrogate(head.Text[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote;
        return $"{head.Tag} '{head.Text.Substring(0, end).TrimEnd()}…'";
    }
}
