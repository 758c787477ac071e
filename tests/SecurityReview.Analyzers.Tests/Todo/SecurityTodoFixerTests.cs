using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;
using SecurityReview.CodeFixes.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

public class SecurityTodoFixerTests
{
    [Theory]
    [InlineData("// [|TODO: encrypt this|]", "// TODO(ticket): encrypt this")]
    [InlineData("// [|TODO(ann): encrypt this|]", "// TODO(ann, ticket): encrypt this")]
    [InlineData("// [|TODO|]\n    // encrypt this", "// TODO(ticket):\n    // encrypt this")]
    [InlineData("/* one\n     * [|FIXME passwords|]\n     * three */", "/* one\n     * FIXME(ticket): passwords\n     * three */")]
    [InlineData("int x = 1; /* [|HACK: no permission check|] */ // kept", "int x = 1; /* HACK(ticket): no permission check */ // kept")]
    [InlineData("// [|TODO: encrypt {tag} 修正 🔥|]", "// TODO(ticket): encrypt {tag} 修正 🔥")]
    public Task Comment_IsRepaired(string before, string after) =>
        VerifyFix<SecurityTodoAnalyzer, SecurityTodoFixer>.RepairsAsync($"class C\n{{\n    {before}\n}}\n", $"class C\n{{\n    {after}\n}}\n");

    [Theory]
    [InlineData("security_review.todo.require = owner", "// TODO(owner, ticket): encrypt this")]
    [InlineData("security_review.todo.require = owner, due", "// TODO(owner, ticket, due): encrypt this")]
    [InlineData("security_review.todo.template = {tag}({ticket}) {text}", "// TODO(ticket) encrypt this")]
    public Task Options_AreFollowed(string options, string after) =>
        VerifyFix<SecurityTodoAnalyzer, SecurityTodoFixer>.RepairsAsync("// [|TODO: encrypt this|]\n", after + "\n", Setting.Default with { Options = options });

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    public Task DocumentationComment_IsRepaired(DocumentationMode mode) =>
        VerifyFix<SecurityTodoAnalyzer, SecurityTodoFixer>.RepairsAsync(
            "/// <summary>[|TODO: encrypt <see cref=\"C\"/>|]</summary>\r\nclass C\r\n{\r\n}\r\n",
            "/// <summary>TODO(ticket): encrypt <see cref=\"C\"/></summary>\r\nclass C\r\n{\r\n}\r\n",
            Setting.Default with { DocumentationMode = mode });

    [Fact]
    public Task IdenticalTextsAndInactiveRegions_AreAllRepaired() =>
        VerifyFix<SecurityTodoAnalyzer, SecurityTodoFixer>.RepairsAsync(
            "// [|TODO: encrypt|]\nclass C\n{\n#if NEVER\n    /* TODO: encrypt */\n#endif\n    int x; // TODO: encrypt\n}\n",
            "// TODO(ticket): encrypt\nclass C\n{\n#if NEVER\n    /* TODO(ticket): encrypt */\n#endif\n    int x; // TODO(ticket): encrypt\n}\n",
            Setting.Default with { Options = "security_review.todo.inactive_regions = true" });

    [Fact]
    public Task FirstFindingWithoutRepair_LaterOnesAreRepaired() =>
        NullKeyFixAll<SecurityTodoAnalyzer, SecurityTodoFixer>.RepairsAsync(
            "// TODO(ann): encrypt\n// TODO: permissions\n",
            "// TODO(ann): encrypt\n// TODO(ticket): permissions\n",
            Setting.Default with { Options = "security_review.todo.template = {tag}({ticket}): {text}" });
}
