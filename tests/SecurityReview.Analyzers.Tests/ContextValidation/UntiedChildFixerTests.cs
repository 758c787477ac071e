using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

public class UntiedChildFixerTests
{
    [Fact]
    public Task Child_IsTiedInTheConditionOrTheTestForItsExistence() =>
        VerifyFix<UntiedChildAnalyzer, UntiedChildFixer>.RepairsAsync(
            In("""
                public async Task<IActionResult> Get(int orderId, int lineId)
                {
                    var line = await db.Lines.[|FirstOrDefaultAsync|](l => l.Id == lineId); // of the order
                    return Ok(line);
                }

                public async Task<IActionResult> Put(int orderId, int lineId)
                {
                    var line = await db.Lines.[|FindAsync|](lineId);
                    if (line is null)
                        return NotFound();
                    line.Quantity = 3;
                    await db.SaveChangesAsync();
                    return NoContent();
                }

                public async Task<IActionResult> Delete(int orderId, int lineId)
                {
                    var line = await db.Lines.[|FindAsync|](lineId);
                    db.Lines.Remove(line!);
                    return NoContent();
                }
                """),
            In("""
                public async Task<IActionResult> Get(int orderId, int lineId)
                {
                    var line = await db.Lines.FirstOrDefaultAsync(l => l.Id == lineId && l.OrderId == orderId); // of the order
                    return Ok(line);
                }

                public async Task<IActionResult> Put(int orderId, int lineId)
                {
                    var line = await db.Lines.FindAsync(lineId);
                    if (line is null || line.OrderId != orderId)
                        return NotFound();
                    line.Quantity = 3;
                    await db.SaveChangesAsync();
                    return NoContent();
                }

                public async Task<IActionResult> Delete(int orderId, int lineId)
                {
                    var line = await db.Lines.FindAsync(lineId);
                    if (line?.OrderId != orderId)
                    {
                        return Forbid();
                    }

                    db.Lines.Remove(line!);
                    return NoContent();
                }
                """));

    [Theory]
    [InlineData("", "return Forbid();")]
    [InlineData("security_review.deny_result = not_found", "return NotFound();")]
    [Clause(RuleIds.ChildNotTied, "deny-result", Verdict.Reports)]
    [Clause(RuleIds.ChildNotTied, "deny-result", Verdict.IsSilent)]
    public Task Denial_IsThatOfTheOption(string option, string denial) =>
        VerifyFix<UntiedChildAnalyzer, UntiedChildFixer>.RepairsAsync(
            In("""
                public async Task<IActionResult> Delete(int orderId, int lineId)
                {
                    var line = await db.Lines.[|FindAsync|](lineId);
                    db.Lines.Remove(line!);
                    return NoContent();
                }
                """),
            In($$"""
                public async Task<IActionResult> Delete(int orderId, int lineId)
                {
                    var line = await db.Lines.FindAsync(lineId);
                    if (line?.OrderId != orderId)
                    {
                        {{denial}}
                    }

                    db.Lines.Remove(line!);
                    return NoContent();
                }
                """),
            new Setting { Options = option });

    [Fact]
    public Task ExpressionThatLoadsByKey_HasNoRepair() =>
        VerifyFix<UntiedChildAnalyzer, UntiedChildFixer>.OffersNothingAsync(In("public async Task<IActionResult> Get(int orderId, int lineId) => Ok(await db.Lines.[|FindAsync|](lineId));"));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<UntiedChildAnalyzer, UntiedChildFixer>.RepairsAsync(
            In("public async Task<IActionResult> Get(int orderId, int lineId) => Ok(await db.Lines.FindAsync(lineId));\n\n    public async Task<IActionResult> First(int orderId, int id) => Ok(await db.Lines.FirstAsync(l => l.Id == id));"),
            In("public async Task<IActionResult> Get(int orderId, int lineId) => Ok(await db.Lines.FindAsync(lineId));\n\n    public async Task<IActionResult> First(int orderId, int id) => Ok(await db.Lines.FirstAsync(l => l.Id == id && l.OrderId == orderId));"));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<UntiedChildFixer>(OwnershipCode.Usings + "class C : ControllerBase { object M(Shop db, int orderId, int id) { var o = db.Lines.First(x => ; return o; } }", RuleIds.ChildNotTied);

    private static string In(string members) => $$"""
        {{OwnershipCode.Usings}}
        [Authorize]
        public class LinesController(Shop db) : ControllerBase
        {
            {{members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }
        {{OwnershipCode.Model}}
        """;
}
