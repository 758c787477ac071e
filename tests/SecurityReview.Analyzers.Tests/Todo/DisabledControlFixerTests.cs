using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo.Controls;
using SecurityReview.CodeFixes.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

public class DisabledControlFixerTests
{
    private const string Usings = "using System;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Microsoft.AspNetCore.Authorization;\nusing Microsoft.AspNetCore.Mvc;\n\n";

    [Theory]
    [InlineData("// [|[Authorize]|]", "[Authorize]")]
    [InlineData("//[|[Authorize(Roles = \"Admin\")]|]", "[Authorize(Roles = \"Admin\")]")]
    [InlineData("/* [|[Authorize]|] */", "[Authorize]")]
    [InlineData("// kept\n    // [|[Authorize]\n    // [Produces(\"text/plain\")]|]\n    // kept, too", "// kept\n    [Authorize]\n    [Produces(\"text/plain\")]\n    // kept, too")]
    [InlineData("/*\n     [|[Authorize]|]\n     */", "[Authorize]")]
    public Task Attribute_IsRestored(string before, string after) =>
        RepairsAsync($"public class C : ControllerBase\n{{\n    {before}\n    public int Get() => 1;\n}}\n", $"public class C : ControllerBase\n{{\n    {after}\n    public int Get() => 1;\n}}\n");

    [Theory]
    [InlineData("// [|if (owner != me) return Forbid();|]", "if (owner != me) return Forbid();")]
    [InlineData("// [|if (owner != me)\n        // {\n        //     return Forbid();\n        // }|]", "if (owner != me)\n        {\n            return Forbid();\n        }")]
    public Task Guard_IsRestored(string before, string after) =>
        RepairsAsync(
            $"public class C : ControllerBase\n{{\n    public IActionResult Get(string owner, string me)\n    {{\n        {before}\n        return Ok();\n    }}\n}}\n",
            $"public class C : ControllerBase\n{{\n    public IActionResult Get(string owner, string me)\n    {{\n        {after}\n        return Ok();\n    }}\n}}\n");

    [Theory]
    [InlineData("bool [|CanEdit|](string user) => true; // kept", "bool CanEdit(string user) => throw new NotImplementedException(); // kept")]
    [InlineData("bool [|CanEdit|](string user)\n    {\n        // TODO(ann, #12): decide\n        return true; // kept\n    }", "bool CanEdit(string user)\n    {\n        // TODO(ann, #12): decide\n        throw new NotImplementedException(); // kept\n    }")]
    [InlineData("async Task<bool> [|CanEdit|](string user)\n    {\n        await Task.CompletedTask;\n        return true;\n    }", "async Task<bool> CanEdit(string user)\n    {\n        await Task.CompletedTask;\n        throw new NotImplementedException();\n    }")]
    [InlineData("HttpClientHandler M() => new() { ServerCertificateCustomValidationCallback = [|(a, b, c, d) => true|] };", "HttpClientHandler M() => new() { ServerCertificateCustomValidationCallback = (a, b, c, d) => throw new NotImplementedException() };")]
    [InlineData("HttpClientHandler M() => new() { ServerCertificateCustomValidationCallback = [|delegate { return true; }|] };", "HttpClientHandler M() => new() { ServerCertificateCustomValidationCallback = delegate { throw new NotImplementedException(); } };")]
    public Task Stub_Throws(string before, string after) => RepairsAsync($"public class C\n{{\n    {before}\n}}\n", $"public class C\n{{\n    {after}\n}}\n");

    [Fact]
    public Task Handler_Throws() =>
        RepairsAsync(
            "public class R : IAuthorizationRequirement { }\npublic class H : AuthorizationHandler<R>\n{\n    protected override Task [|HandleRequirementAsync|](AuthorizationHandlerContext context, R requirement)\n    {\n        context.Succeed(requirement);\n        // kept\n        return Task.CompletedTask;\n    }\n}\n",
            "public class R : IAuthorizationRequirement { }\npublic class H : AuthorizationHandler<R>\n{\n    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, R requirement)\n    {\n        throw new NotImplementedException();\n        // kept\n    }\n}\n");

    [Fact]
    public Task ExceptionWithoutUsing_IsQualified() =>
        VerifyFix<DisabledControlAnalyzer, DisabledControlFixer>.RepairsAsync(
            "class C { bool [|CanEdit|](string user) => true; }\r\n", "class C { bool CanEdit(string user) => throw new System.NotImplementedException(); }\r\n");

    [Theory]
    [InlineData("// [|[Authorize]|]\npublic class D { }")]
    [InlineData("public class D { object M() => System.Net.Http.HttpClientHandler.[|DangerousAcceptAnyServerCertificateValidator|]!; }")]
    [InlineData("public class D { void M(string owner, string user) {\n// [|if (owner == \"\") return Forbid();|]\n} object Forbid() => 1; }")]
    public Task WhatWouldNotCompile_OffersNothing(string code) =>
        VerifyFix<DisabledControlAnalyzer, DisabledControlFixer>.OffersNothingAsync(code + "\n");

    [Fact]
    public Task FirstFindingWithoutRepair_LaterOnesAreRepaired() =>
        NullKeyFixAll<DisabledControlAnalyzer, DisabledControlFixer>.RepairsAsync(
            "// [Authorize]\npublic class C\n{\n    // [Microsoft.AspNetCore.Authorization.Authorize]\n    public bool CanEdit(string user) => true;\n}\n",
            "// [Authorize]\npublic class C\n{\n    [Microsoft.AspNetCore.Authorization.Authorize]\n    public bool CanEdit(string user) => throw new System.NotImplementedException();\n}\n");

    [Fact]
    public Task HalfTypedCode_Plans() =>
        HalfTypedCode.PlansAsync<DisabledControlFixer>("class C { bool CanEdit(User user) => true; void M() { // if (x", RuleIds.DisabledControl);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<DisabledControlAnalyzer, DisabledControlFixer>.RepairsAsync(Usings + before, Usings + after);
}
