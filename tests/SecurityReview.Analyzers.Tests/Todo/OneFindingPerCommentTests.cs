using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>Three rules look at one comment: the most specific one speaks.</summary>
public class OneFindingPerCommentTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [new UntrackedTodoAnalyzer(), new SecurityTodoAnalyzer(), new ExpiredTodoAnalyzer()];

    [Theory]
    [InlineData("TODO: rename", RuleIds.UntrackedTodo)]
    [InlineData("TODO: encrypt", RuleIds.SecurityTodo)]
    [InlineData("TODO(ann): encrypt", RuleIds.SecurityTodo)]
    [InlineData("TODO: rename when Dapper >= 1.0", RuleIds.ExpiredTodo)]
    [InlineData("TODO: encrypt when Dapper >= 1.0", RuleIds.ExpiredTodo)]
    [InlineData("TODO(ann, #12): rename when Dapper >= 1.0", RuleIds.ExpiredTodo)]
    [InlineData("TODO(#12): encrypt", "")]
    [InlineData("TODO(ann): rename", "")]
    [Clause(RuleIds.SecurityTodo, "one-finding", Verdict.Reports)]
    [Clause(RuleIds.SecurityTodo, "one-finding", Verdict.IsSilent)]
    [Clause(RuleIds.ExpiredTodo, "one-finding", Verdict.Reports)]
    [Clause(RuleIds.ExpiredTodo, "one-finding", Verdict.IsSilent)]
    public async Task EveryComment_HasOneFindingAtMost(string todo, string rule)
    {
        var findings = await FindingsAsync($"// {todo}\nclass C;\n", s_analyzers);
        Assert.Equal(rule, string.Join(" ", findings.Select(finding => finding.Id)));
    }

    [Fact]
    public async Task RuleThatIsAlone_DoesNotTakeOver() =>
        Assert.Empty(await FindingsAsync("// TODO: encrypt\n", [new UntrackedTodoAnalyzer()]));

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(string source, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        await CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(source, path: "Test.cs")], TestReferences.Of(TestReferences.Net10))
            .WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
}
