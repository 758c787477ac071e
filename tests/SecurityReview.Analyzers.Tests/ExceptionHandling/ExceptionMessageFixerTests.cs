using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.ExceptionMessageAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.ExceptionMessageFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.ExceptionMessageAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.ExceptionMessageFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

public class ExceptionMessageFixerTests
{
    private const string General = "\"An error occurred while processing the request.\"";

    private const string Log = "logger.LogError(ex, \"The request failed.\");\n            ";

    private static string CatchAny(string statements) => Catch(statements).Replace("catch (InvalidOperationException ex)", "catch (IOException ex)", StringComparison.Ordinal);

    [Theory]
    [InlineData("return BadRequest([|ex.Message|]); // why", $"return BadRequest({General}); // why")]
    [InlineData("return StatusCode(503, [|new { error = ex.Message, id }|]);", $"return StatusCode(503, new {{ error = {General}, id }});")]
    [InlineData("return Problem(detail: [|$\"The import failed: {ex.Message}\"|], statusCode: 503);", "return Problem(detail: \"The import failed.\", statusCode: 503);")]
    public Task Answer_IsRepairedAndLogged(string statement, string repaired) => VerifyFix.RepairsAsync(CatchAny(statement), CatchAny(Log + repaired));

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            CatchAny("return BadRequest([|ex.Message|]);").ReplaceLineEndings("\r\n"), CatchAny($"{Log}return BadRequest({General});").ReplaceLineEndings("\r\n"));

    [Fact]
    public Task Address_IsLeft() => VerifyFix.OffersNothingAsync(CatchAny("return Redirect([|\"/error?text=\" + ex.Message|]);"));

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe() =>
        NullKeyFixAll.RepairsAsync(
            CatchAny("if (id > 3) return Redirect(\"/error?text=\" + ex.Message);\n            return BadRequest(ex.Message);"),
            CatchAny($"if (id > 3) return Redirect(\"/error?text=\" + ex.Message);\n            {Log}return BadRequest({General});"));

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        HalfTypedCode.PlansAsync<ExceptionMessageFixer>(CatchAny("return BadRequest(ex.Message ; return ex. ;"), RuleIds.ExceptionMessageInResponse, new Setting { Broken = true });
}
