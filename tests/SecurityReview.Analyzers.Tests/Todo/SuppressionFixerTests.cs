using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo.Suppressions;
using SecurityReview.CodeFixes.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

public class SuppressionFixerTests
{
    private static readonly Setting s_setting = Setting.Default with { IsAboutSuppressions = true };

    [Theory]
    [InlineData(
        "    [|#pragma warning disable CA2100|]\n    int x;\n    #pragma warning restore CA2100\n",
        "    #pragma warning disable CA2100 // TODO(owner): say why\n    int x;\n    #pragma warning restore CA2100\n")]
    [InlineData(
        "    [|#pragma warning disable CA2100|] // CA2100\n    int x;\n    #pragma warning restore CA2100\n",
        "    #pragma warning disable CA2100 // CA2100 TODO(owner): say why\n    int x;\n    #pragma warning restore CA2100\n")]
    [InlineData(
        "    [|#pragma warning disable CA2100|] // schema\n    int x; // kept\n    int y;\n",
        "    #pragma warning disable CA2100 // schema\n    int x; // kept\n    #pragma warning restore CA2100\n    int y;\n")]
    [InlineData(
        "    void M(int a)\n    {\n        [|#pragma warning disable CA2100, CA1000, SECR1001|]\n        if (a > 0)\n        {\n            M(1);\n        }\n        M(2);\n    }\n",
        "    void M(int a)\n    {\n        #pragma warning disable CA2100, CA1000, SECR1001 // TODO(owner): say why\n        if (a > 0)\n        {\n            M(1);\n        }\n        #pragma warning restore CA2100, SECR1001\n        M(2);\n    }\n")]
    [InlineData(
        "    [|#pragma warning disable|]\n    int x;\n",
        "    #pragma warning disable // TODO(owner): say why\n    int x;\n    #pragma warning restore\n")]
    [InlineData("    [[|SuppressMessage(\"Security\", \"CA2100\")|]]\n    int x;\n", "    [SuppressMessage(\"Security\", \"CA2100\", Justification = \"TODO(owner): say why\")]\n    int x;\n")]
    [InlineData("    [[|SuppressMessage(\"Security\", \"CA2100\", Justification = \"<Pending>\")|]]\n    int x;\n", "    [SuppressMessage(\"Security\", \"CA2100\", Justification = \"TODO(owner): say why\")]\n    int x;\n")]
    public Task Suppression_IsCompleted(string before, string after) => RepairsAsync(before, after);

    [Fact]
    public Task FileWithCarriageReturns_KeepsThem() =>
        RepairsAsync("    [|#pragma warning disable CA2100|]\r\n    int x;\r\n".Replace("\r\n", "\n", StringComparison.Ordinal), "    #pragma warning disable CA2100 // TODO(owner): say why\n    int x;\n    #pragma warning restore CA2100\n", "\r\n");

    [Theory]
    [InlineData("[|#pragma warning disable CA2100|] // schema\nclass C { }\n", "#pragma warning disable CA2100 // schema\nclass C { }\n#pragma warning restore CA2100\n")]
    [InlineData("using System;\n[|#pragma warning disable CA2100|] // schema\nnamespace N;\nclass C { }\n", "using System;\n#pragma warning disable CA2100 // schema\nnamespace N;\nclass C { }\n#pragma warning restore CA2100\n")]
    public Task WholeFile_IsRestoredAtItsEnd(string before, string after) =>
        VerifyFix<SuppressionAnalyzer, SuppressionFixer>.RepairsAsync(before, after, s_setting);

    [Fact]
    public Task SuppressionWithinAnExpression_OffersNothing() =>
        VerifyFix<SuppressionAnalyzer, SuppressionFixer>.OffersNothingAsync(
            "class C\n{\n    int M(int a) => a +\n[|#pragma warning disable CA2100|]\n        a;\n}\n", s_setting);

    [Fact]
    public Task FirstFindingWithoutRepair_LaterOnesAreRepaired() =>
        NullKeyFixAll<SuppressionAnalyzer, SuppressionFixer>.RepairsAsync(
            "class C\n{\n    int M(int a) => a +\n#pragma warning disable CA2100\n        a;\n    #pragma warning disable CA3001 // one\n    int x;\n}\n",
            "class C\n{\n    int M(int a) => a +\n#pragma warning disable CA2100\n        a;\n    #pragma warning disable CA3001 // one\n    int x;\n    #pragma warning restore CA3001\n}\n");

    private static Task RepairsAsync(string before, string after, string lineBreak = "\n") =>
        VerifyFix<SuppressionAnalyzer, SuppressionFixer>.RepairsAsync(
            $"using System.Diagnostics.CodeAnalysis;\nclass C\n{{\n{before}}}\n".Replace("\n", lineBreak, StringComparison.Ordinal),
            $"using System.Diagnostics.CodeAnalysis;\nclass C\n{{\n{after}}}\n".Replace("\n", lineBreak, StringComparison.Ordinal),
            s_setting);
}
