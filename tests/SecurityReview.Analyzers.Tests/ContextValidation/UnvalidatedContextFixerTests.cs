using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;
using static SecurityReview.Analyzers.Tests.ContextValidation.ContextCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ContextValidation.UnvalidatedContextAnalyzer, SecurityReview.CodeFixes.ContextValidation.UnvalidatedContextFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ContextValidation.UnvalidatedContextAnalyzer, SecurityReview.CodeFixes.ContextValidation.UnvalidatedContextFixer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The check that the fix adds.</summary>
public class UnvalidatedContextFixerTests
{
    private const string Rule = RuleIds.ContextNotValidated;

    [Fact]
    public Task Query_IsGuardedBefore() =>
        VerifyFix.RepairsAsync(
            Service("""
                public Task<List<Doc>> ListAsync(UserContext context)
                    {
                        // Newest first.
                        return db.Docs.Where(d => d.OwnerId == [|context.UserId|]).ToListAsync();
                    }
                """),
            Service("""
                public Task<List<Doc>> ListAsync(UserContext context)
                    {
                        if (string.IsNullOrEmpty(context.UserId))
                        {
                            throw new UnauthorizedAccessException("It is not known who asks.");
                        }

                        // Newest first.
                        return db.Docs.Where(d => d.OwnerId == context.UserId).ToListAsync();
                    }
                """));

    [Fact]
    public Task Decision_AnswersNo() =>
        VerifyFix.RepairsAsync(
            Service("""
                public bool CanRead(UserContext context, Doc doc)
                    {
                        return doc.TenantId == [|context.TenantId|];
                    }
                """),
            Service("""
                public bool CanRead(UserContext context, Doc doc)
                    {
                        if (context.TenantId is null)
                        {
                            return false;
                        }

                        return doc.TenantId == context.TenantId;
                    }
                """));

    [Fact]
    [Clause(Rule, "option-deny-result", Verdict.Reports)]
    public Task Option_SaysHowToRefuse() =>
        VerifyFix.RepairsAsync(
            Service("""
                public Doc? Find(UserContext context, int id)
                    {
                        var me = context.UserId;
                        return db.Docs.FirstOrDefault(d => d.Id == id && d.OwnerId == [|me|]);
                    }
                """),
            Service("""
                public Doc? Find(UserContext context, int id)
                    {
                        var me = context.UserId;
                        if (string.IsNullOrEmpty(me))
                        {
                            throw new KeyNotFoundException("There is no such object.");
                        }

                        return db.Docs.FirstOrDefault(d => d.Id == id && d.OwnerId == me);
                    }
                """),
            Setting.Default with { Options = "security_review.deny_result = not_found" });

    [Fact]
    [Clause(Rule, "option-deny-result", Verdict.IsSilent)]
    public Task EveryRefusal_IsSilent() =>
        Verify<SecurityReview.Analyzers.ContextValidation.UnvalidatedContextAnalyzer>.IsSilentAsync(
            Service("public Doc? Find(UserContext context, int id) { if (context.UserId is null) return null; return db.Docs.FirstOrDefault(d => d.Id == id && d.OwnerId == context.UserId); }"),
            Setting.Default with { Options = "security_review.deny_result = throw" });

    [Theory]
    [InlineData("[|user.FindFirst(\"sub\")!|].Value", "user.FindFirstValue(\"sub\") ?? throw new UnauthorizedAccessException(\"It is not known who asks.\")")]
    [InlineData("[|user.FindFirstValue(\"sub\")!|]", "user.FindFirstValue(\"sub\") ?? throw new UnauthorizedAccessException(\"It is not known who asks.\")")]
    [InlineData("[|user.FindFirst(\"sub\")!|].Value.Trim()", "(user.FindFirstValue(\"sub\") ?? throw new UnauthorizedAccessException(\"It is not known who asks.\")).Trim()")]
    [InlineData("[|user.Identity!|].Name!", "user.Identity?.Name ?? throw new UnauthorizedAccessException(\"It is not known who asks.\")")]
    [InlineData("[|accessor.HttpContext!|].User.FindFirst(\"sub\")!.Value", "(accessor.HttpContext ?? throw new InvalidOperationException(\"There is no request.\")).User.FindFirstValue(\"sub\") ?? throw new UnauthorizedAccessException(\"It is not known who asks.\")")]
    public Task Assumption_Throws(string before, string after) => VerifyFix.RepairsAsync(Web(Current(before)), Web(Current(after)));

    [Fact]
    public Task ExpressionBody_IsNotRepaired() => VerifyFix.OffersNothingAsync(Service("public bool Owns(UserContext context, Doc doc) => doc.OwnerId == [|context.UserId|];"));

    [Fact]
    public Task FixAllWithoutKey_RepairsLaterOnes() =>
        NullKeyFixAll.RepairsAsync(
            Service("""
                public bool Owns(UserContext context, Doc doc) => doc.OwnerId == context.UserId;

                    public bool IsOwner(UserContext context, Doc doc)
                    {
                        return doc.OwnerId == context.UserId;
                    }
                """),
            Service("""
                public bool Owns(UserContext context, Doc doc) => doc.OwnerId == context.UserId;

                    public bool IsOwner(UserContext context, Doc doc)
                    {
                        if (string.IsNullOrEmpty(context.UserId))
                        {
                            return false;
                        }

                        return doc.OwnerId == context.UserId;
                    }
                """));

    [Theory]
    [InlineData("public bool Owns(UserContext context, Doc doc) { return doc.OwnerId == context.; }")]
    [InlineData("public string Id(ClaimsPrincipal user) => user.FindFirst()!.Value + user.Identity!. ;")]
    public Task HalfTyped_Runs(string members) => HalfTypedCode.PlansAsync<UnvalidatedContextFixer>(Service(members), Rule);

    private static string Current(string id) => $"public class Current(IHttpContextAccessor accessor) {{ public bool IsReady => accessor is not null; public string Id(ClaimsPrincipal user) => {id}; }}";
}
