using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.OwnerCode;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer, SecurityReview.CodeFixes.ContextValidation.MismatchedOwnerFixer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The denial where no privilege is to be seen, and the ways to deny.</summary>
public class MismatchedOwnerDenialFixerTests
{
    private const string Rule = RuleIds.MismatchedOwnerAccepted;

    [Fact]
    public Task BranchThatOnlyTakesOver_BecomesTheDenial() =>
        VerifyFix.RepairsAsync(
            Plain("""
                string owner;
                        if ([|context.UserId != document.OwnerId|])
                            owner = document.OwnerId; // theirs
                        else
                            owner = context.UserId;
                        return owner;
                """),
            Plain("""
                string owner;
                        if (context.UserId != document.OwnerId)
                            throw new UnauthorizedAccessException("The document belongs to another owner."); // theirs
                        else
                            owner = context.UserId;
                        return owner;
                """));

    [Fact]
    public Task ArmThatTakesOver_BecomesTheDenial() =>
        VerifyFix.RepairsAsync(
            Plain("return [|context.UserId == document.OwnerId|] ? context.UserId : document.OwnerId;"),
            Plain("return context.UserId == document.OwnerId ? context.UserId : throw new UnauthorizedAccessException(\"The document belongs to another owner.\");"));

    [Fact]
    public Task ReturnAfterEarlyReturn_BecomesTheDenial() =>
        VerifyFix.RepairsAsync(
            Plain("""
                if ([|context.TenantId == document.TenantId|])
                            return context.TenantId;
                        return document.TenantId;
                """),
            Plain("""
                if (context.TenantId == document.TenantId)
                            return context.TenantId;
                        throw new UnauthorizedAccessException("The document belongs to another tenant.");
                """));

    [Fact]
    public Task BranchThatDoesMore_GetsAGuard() =>
        VerifyFix.RepairsAsync(
            Plain("""
                var owner = context.UserId;
                        if ([|context.UserId != document.OwnerId|])
                        {
                            Console.WriteLine("foreign");
                            owner = document.OwnerId;
                        }

                        return owner;
                """),
            Plain("""
                var owner = context.UserId;
                        if (context.UserId != document.OwnerId)
                        {
                            if (context.UserId != document.OwnerId)
                            {
                                throw new UnauthorizedAccessException("The document belongs to another owner.");
                            }

                            Console.WriteLine("foreign");
                            owner = document.OwnerId;
                        }

                        return owner;
                """));

    [Fact]
    public Task PrivilegedRole_IsAskedFor() =>
        VerifyFix.RepairsAsync(
            """
            using System;
            using System.Security.Claims;

            public class Service
            {
                public string? Owner(ClaimsPrincipal user, Document document)
                {
                    return [|user.FindFirstValue("sub") == document.OwnerId|] ? user.FindFirstValue("sub") : document.OwnerId;
                }
            }
            """ + PlainTypes,
            """
            using System;
            using System.Security.Claims;

            public class Service
            {
                public string? Owner(ClaimsPrincipal user, Document document)
                {
                    if (user.FindFirstValue("sub") != document.OwnerId && !user.IsInRole("Admin"))
                    {
                        throw new UnauthorizedAccessException("The document belongs to another owner.");
                    }

                    return user.FindFirstValue("sub") == document.OwnerId ? user.FindFirstValue("sub") : document.OwnerId;
                }
            }
            """ + PlainTypes,
            Setting.Default with { Options = "security_review.privileged_roles = Admin" });

    [Theory]
    [InlineData("forbid", "return Forbid();")]
    [InlineData("not_found", "return NotFound();")]
    [InlineData("throw", "throw new UnauthorizedAccessException(\"The document belongs to another owner.\");")]
    [Clause(Rule, "option-deny-result", Verdict.Reports)]
    public Task Controller_DeniesAsConfigured(string option, string denial) =>
        VerifyFix.RepairsAsync(
            Controller("[|", "|]", "if (context.UserId != document.OwnerId)", "owner = document.OwnerId;"),
            Controller("", "", "if (context.UserId != document.OwnerId)", denial),
            Setting.Default with { Options = $"security_review.deny_result = {option}" });

    private static string Controller(string before, string after, string condition, string act) => $$"""
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class DocumentsController : ControllerBase
        {
            [HttpGet]
            public async Task<ActionResult<string>> Get([FromServices] CallerContext context, int id)
            {
                var document = await Task.FromResult(new Document { Id = id });
                var owner = context.UserId;
                {{condition.Replace("context.UserId != document.OwnerId", before + "context.UserId != document.OwnerId" + after, StringComparison.Ordinal)}}
                {
                    {{act}}
                }

                return owner;
            }
        }
        {{PlainTypes}}
        """;

    [Fact]
    public Task MinimalHandler_AnswersWithAResult() =>
        VerifyFix.RepairsAsync(
            Handler("return Results.Text([|context.UserId != instance.UserId|] ? instance.UserId : context.UserId);", "using Microsoft.AspNetCore.Builder;\nusing Microsoft.AspNetCore.Http;"),
            Handler("""
                if (context.UserId != instance.UserId && !context.IsAdmin)
                    {
                        return Results.Forbid();
                    }

                    return Results.Text(context.UserId != instance.UserId ? instance.UserId : context.UserId);
                """, "using Microsoft.AspNetCore.Builder;\nusing Microsoft.AspNetCore.Http;"),
            Setting.Program);

    private static string Handler(string body, string usings) => $$"""
        {{usings}}

        var app = WebApplication.Create(args);
        app.MapPost("/owner", (RequestContext context, Instance instance) =>
        {
            {{body}}
        });
        app.Run();
        {{Types}}
        """;

    [Fact]
    public Task HelperOfAHandler_ThrowsNotFoundAsAnException() =>
        VerifyFix.RepairsAsync(
            """
            public static class Owners
            {
                public static string Resolve(CallerContext context, Document document)
                {
                    if ([|context.UserId == document.OwnerId|])
                        return context.UserId;
                    else
                        return document.OwnerId;
                }
            }
            """ + PlainTypes,
            """
            using System.Collections.Generic;

            public static class Owners
            {
                public static string Resolve(CallerContext context, Document document)
                {
                    if (context.UserId == document.OwnerId)
                        return context.UserId;
                    else
                        throw new KeyNotFoundException("There is no such document.");
                }
            }
            """ + PlainTypes,
            Setting.Default with { Options = "security_review.deny_result = not_found" });

    private static string Plain(string body) => $$"""
        using System;

        public static class Owners
        {
            public static string Resolve(CallerContext context, Document document)
            {
                {{body}}
            }
        }
        {{PlainTypes}}
        """;
}
