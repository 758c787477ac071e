using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Options;

public class ModelFileAnalyzerTests
{
    private const string AnyCode = "class C { }";
    private const string File = "/SecurityReview.Models.Own.txt";

    [Fact]
    public Task MalformedLines_ReportWhatIsWrong() =>
        Verify<ModelFileAnalyzer>.ReportsAsync(
            AnyCode,
            Files((File, "# Ours\r\n\r\nsql drain M:Own.Store.Run text\r\nsql sink M:Own.Store.Run text\r\n\tsql sink M:Own.Store.Query this\r\n")),
            Finding("'drain' is no role; accepted: clears, entry, passes, sanitizer, sink, source, validator").WithSpan(File, 3, 5, 3, 10),
            Finding("'this' is no place of a 'sink' row for 'M:'; accepted: the name of a parameter, arg*").WithSpan(File, 5, 29, 5, 33));

    [Fact]
    public Task EveryFile_Reports() =>
        Verify<ModelFileAnalyzer>.ReportsAsync(
            AnyCode,
            Files((File, "wrong"), ("/more/SecurityReview.Models.More.txt", "wrong")),
            Finding("A row has four columns (kind, role, symbol, where), this one has 1").WithSpan(File, 1, 1, 1, 6),
            Finding("A row has four columns (kind, role, symbol, where), this one has 1").WithSpan("/more/SecurityReview.Models.More.txt", 1, 1, 1, 6));

    [Fact]
    public Task BinaryFile_ReportsOnce() =>
        Verify<ModelFileAnalyzer>.ReportsAsync(
            AnyCode, Files((File, "a\nb\0\0\nc")), Finding("The file is not text; save it as UTF-8").WithSpan(File, 2, 2, 2, 3));

    [Theory]
    [InlineData(File, "")]
    [InlineData(File, "# comment\nsql sink M:Own.Store.Run text\nsql sink M:Own.Store.Run text")]
    [InlineData(File, "sql sink M:Nobody.Knows.This text")]
    [InlineData("/Other.txt", "not a model file")]
    public Task GoodAndOtherFiles_AreSilent(string path, string content) =>
        Verify<ModelFileAnalyzer>.IsSilentAsync(AnyCode, Files((path, content)));

    [Fact]
    public Task TestProject_IsSilent() =>
        Verify<ModelFileAnalyzer>.IsSilentAsync(AnyCode, Files((File, "wrong")) with { GlobalOptions = "build_property.IsTestProject = true" });

    [Theory]
    [InlineData("wrong", 1)]
    [InlineData(null, 0)]
    public async Task FileThatIsListedTwiceOrCannotBeRead_ReportsAtMostOnce(string? content, int count)
    {
        var options = new AnalyzerOptions([new TextFile(File, content), new TextFile(File, content)]);
        var findings = await Compilations.Create(AnyCode, Setting.Default).WithAnalyzers([new ModelFileAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(count, findings.Count(finding => finding.Id == RuleIds.InvalidConfiguration));
        Assert.Equal(count, findings.Length);
    }

    /// <summary>What an editor asks for while the file is typed; nothing waits for the end of the compilation.</summary>
    [Fact]
    public async Task EditedFile_ReportsLive()
    {
        Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, Descriptors.InvalidModel.CustomTags);
        Assert.Equal(1, await CountAsync("wrong"));
        Assert.Equal(0, await CountAsync("sql sink M:Own.Store.Run text"));

        static async Task<int> CountAsync(string content)
        {
            var file = new TextFile(File, content);
            var analysis = Compilations.Create(AnyCode, Setting.Default).WithAnalyzers([new ModelFileAnalyzer()], new AnalyzerOptions([file]));
            var result = await analysis.GetAnalysisResultAsync(file, CancellationToken.None);
            return result.AdditionalFileDiagnostics.Values.Sum(findings => findings.Values.Sum(items => items.Length));
        }
    }

    private static Setting Files(params (string Name, string Content)[] files) => Setting.Default with { AdditionalFiles = [.. files] };

    private static DiagnosticResult Finding(string message) => new DiagnosticResult(Descriptors.InvalidModel).WithMessage(message);
}
