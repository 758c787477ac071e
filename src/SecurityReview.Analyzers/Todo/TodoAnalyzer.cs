using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.Todo;

/// <summary>The base of the rules about TODO comments: each reports what the shared judge leaves to it, at the line of the comment.</summary>
public abstract class TodoAnalyzer : ReviewAnalyzer
{
    private const int LongestQuote = 60;

    private readonly TodoRule _rule;
    private readonly DiagnosticDescriptor _descriptor;

    private protected TodoAnalyzer(TodoRule rule, DiagnosticDescriptor descriptor)
    {
        _rule = rule;
        _descriptor = descriptor;
        SupportedDiagnostics = ImmutableArray.Create(descriptor);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var judge = TodoJudge.Of(types);
        var pages = PageCode.Of(types);
        context.RegisterSemanticModelAction(file =>
        {
            if (!file.IsGeneratedCode || pages.StandsIn(file.SemanticModel.SyntaxTree, file.Options, file.CancellationToken))
                Analyze(file, judge);
        });
    }

    private void Analyze(SemanticModelAnalysisContext context, TodoJudge judge)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var judged = judge.Judge(context.SemanticModel, context.Options, context.CancellationToken).Where(item => item.Rule == _rule);
        if (context.IsGeneratedCode)
            judged = judged.Where(item => PageCode.Contains(Location.Create(tree, item.Comment.Span)));
        var findings = context.Options.Get(ReviewOptions.TodoCollapse, tree)
            ? judged.GroupBy(item => item.Comment.Identity).Select(group => group.ToImmutableArray())
            : judged.Select(item => ImmutableArray.Create(item));
        foreach (var same in findings)
            context.ReportDiagnostic(FindingOf(same, tree));
    }

    /// <summary>One finding for comments that say the same thing, at the first of them.</summary>
    private Diagnostic FindingOf(ImmutableArray<JudgedTodo> same, SyntaxTree tree)
    {
        var first = same[0];
        return Diagnostic.Create(
            _descriptor,
            Location.Create(tree, first.Comment.Span),
            same.Skip(1).Select(item => Location.Create(tree, item.Comment.Span)),
            PropertiesOf(first),
            Quote(first.Comment.Head),
            first.Reason,
            same.Length == 1 ? "" : $" ({same.Length} times in this file)");
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(JudgedTodo judged)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>();
        properties[TodoProperties.TagLength] = judged.Comment.Head.Tag.Length.ToString(CultureInfo.InvariantCulture);
        properties[TodoProperties.Missing] = string.Join(",", judged.Missing);
        foreach (TodoDetail detail in Enum.GetValues(typeof(TodoDetail)))
            properties[TodoProperties.DetailPrefix + detail] = judged.Comment.ValueOf(detail);
        return properties.ToImmutable();
    }

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
