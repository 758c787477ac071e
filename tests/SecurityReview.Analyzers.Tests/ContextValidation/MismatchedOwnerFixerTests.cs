using SecurityReview.CodeFixes.ContextValidation;
using static SecurityReview.Analyzers.Tests.ContextValidation.OwnerCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer, SecurityReview.CodeFixes.ContextValidation.MismatchedOwnerFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer, SecurityReview.CodeFixes.ContextValidation.MismatchedOwnerFixer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The denial where the code shows a privilege to ask for.</summary>
public class MismatchedOwnerFixerTests
{
    [Fact]
    public Task LocalOfTheCallerThatIsOverwritten_IsRepaired() =>
        VerifyFix.RepairsAsync(
            Code("""
                var userId = context.UserId;
                        if ([|userId != instance.UserId|])
                        {
                            userId = instance.UserId;
                        }

                        return userId;
                """),
            Code("""
                var userId = context.UserId;
                        if (userId != instance.UserId)
                        {
                            if (!context.IsAdmin)
                            {
                                throw new UnauthorizedAccessException("The instance belongs to another user.");
                            }

                            userId = instance.UserId;
                        }

                        return userId;
                """));

    [Fact]
    public Task ReviewedFunction_IsRepairedInItsBranch() =>
        VerifyFix.RepairsAsync(
            Code("""
                string projectId;
                        if (context.IsAdmin && context.ProjectId != instance.ProjectId) projectId = instance.ProjectId; else projectId = context.ProjectId;

                        string userId;
                        // Whose quota it is.
                        if ([|context.UserId != instance.UserId|])
                        {
                            // The instance's owner pays.
                            userId = instance.UserId;
                        }
                        else
                        {
                            userId = context.UserId;
                        }

                        return projectId + userId;
                """),
            Code("""
                string projectId;
                        if (context.IsAdmin && context.ProjectId != instance.ProjectId) projectId = instance.ProjectId; else projectId = context.ProjectId;

                        string userId;
                        // Whose quota it is.
                        if (context.UserId != instance.UserId)
                        {
                            if (!context.IsAdmin)
                            {
                                throw new UnauthorizedAccessException("The instance belongs to another user.");
                            }

                            // The instance's owner pays.
                            userId = instance.UserId;
                        }
                        else
                        {
                            userId = context.UserId;
                        }

                        return projectId + userId;
                """));

    [Fact]
    public Task ReviewedFunctionOnOneLine_IsRepaired() =>
        VerifyFix.RepairsAsync(
            Code("""
                string userId;
                        if ([|context.UserId != instance.UserId|]) userId = instance.UserId; else userId = context.UserId; // kept
                        return userId;
                """),
            Code("""
                string userId;
                        if (context.UserId != instance.UserId)
                        {
                            if (!context.IsAdmin)
                            {
                                throw new UnauthorizedAccessException("The instance belongs to another user.");
                            }

                            userId = instance.UserId;
                        }
                        else userId = context.UserId; // kept
                        return userId;
                """));

    [Fact]
    public Task MirrorForm_IsRepaired() =>
        VerifyFix.RepairsAsync(
            Code("""
                string projectId;
                        if ([|context.ProjectId == instance.ProjectId|])
                        {
                            projectId = context.ProjectId;
                        }
                        else
                        {
                            projectId = instance.ProjectId;
                        }

                        return projectId;
                """),
            Code("""
                string projectId;
                        if (context.ProjectId == instance.ProjectId)
                        {
                            projectId = context.ProjectId;
                        }
                        else
                        {
                            if (!context.IsAdmin)
                            {
                                throw new UnauthorizedAccessException("The instance belongs to another project.");
                            }

                            projectId = instance.ProjectId;
                        }

                        return projectId;
                """));

    [Fact]
    public Task EarlyReturn_IsRepaired() =>
        VerifyFix.RepairsAsync(
            Code("""
                if ([|context.UserId == instance.UserId|])
                            return context.UserId;

                        return instance.UserId;
                """),
            Code("""
                if (context.UserId == instance.UserId)
                            return context.UserId;

                        if (!context.IsAdmin)
                        {
                            throw new UnauthorizedAccessException("The instance belongs to another user.");
                        }

                        return instance.UserId;
                """));

    [Fact]
    public Task ConditionalsInOneStatement_AreRepairedTogether() =>
        VerifyFix.RepairsAsync(
            Code("""
                // Both belong together.
                        var ids = new Ids(
                            [|context.ProjectId != instance.ProjectId|] ? instance.ProjectId : context.ProjectId,
                            instance.Id > 0 && !([|string.Equals(context.UserId, instance.UserId)|]) ? instance.UserId : context.UserId);
                        return ids.UserId;
                """),
            Code("""
                if (context.ProjectId != instance.ProjectId && !context.IsAdmin)
                        {
                            throw new UnauthorizedAccessException("The instance belongs to another project.");
                        }

                        // Both belong together.
                        var ids = new Ids(
                            context.ProjectId != instance.ProjectId ? instance.ProjectId : context.ProjectId,
                            instance.Id > 0 && !(string.Equals(context.UserId, instance.UserId)) ? (context.IsAdmin ? instance.UserId : throw new UnauthorizedAccessException("The instance belongs to another user.")) : context.UserId);
                        return ids.UserId;
                """));

    [Fact]
    public Task ExpressionBody_IsRepairedInItsArm() =>
        VerifyFix.RepairsAsync(
            """
            using System;

            public static class Owners
            {
                public static string Resolve(RequestContext context, Instance instance) =>
                    [|context.UserId != instance.UserId|] ? instance.UserId /* theirs */ : context.UserId;

                public static Func<Instance, string> For(RequestContext context) => instance => [|context.UserId == instance.UserId|] ? context.UserId : instance.UserId;
            }
            """ + Types,
            """
            using System;

            public static class Owners
            {
                public static string Resolve(RequestContext context, Instance instance) =>
                    context.UserId != instance.UserId ? (context.IsAdmin ? instance.UserId : throw new UnauthorizedAccessException("The instance belongs to another user.")) /* theirs */ : context.UserId;

                public static Func<Instance, string> For(RequestContext context) => instance => context.UserId == instance.UserId ? context.UserId : (context.IsAdmin ? instance.UserId : throw new UnauthorizedAccessException("The instance belongs to another user."));
            }
            """ + Types);

    [Fact]
    public Task SwitchExpression_IsRepairedBeforeOrInItsArm() =>
        VerifyFix.RepairsAsync(
            Code("""
                var userId = ([|context.UserId == instance.UserId|]) switch
                        {
                            true => context.UserId,
                            false => instance.UserId,
                        };
                        return instance.Id switch
                        {
                            0 => context.ProjectId,
                            _ when [|context.ProjectId != instance.ProjectId|] => instance.ProjectId,
                            _ => context.ProjectId,
                        };
                """),
            Code("""
                if (context.UserId != instance.UserId && !context.IsAdmin)
                        {
                            throw new UnauthorizedAccessException("The instance belongs to another user.");
                        }

                        var userId = (context.UserId == instance.UserId) switch
                        {
                            true => context.UserId,
                            false => instance.UserId,
                        };
                        return instance.Id switch
                        {
                            0 => context.ProjectId,
                            _ when context.ProjectId != instance.ProjectId => context.IsAdmin ? instance.ProjectId : throw new UnauthorizedAccessException("The instance belongs to another project."),
                            _ => context.ProjectId,
                        };
                """));

    [Fact]
    public Task SwitchStatement_IsRepairedInItsSection() =>
        VerifyFix.RepairsAsync(
            Code("""
                string userId;
                        switch ([|context.UserId == instance.UserId|])
                        {
                            case true:
                                userId = context.UserId;
                                break;
                            default:
                                userId = instance.UserId;
                                break;
                        }

                        return userId;
                """),
            Code("""
                string userId;
                        switch (context.UserId == instance.UserId)
                        {
                            case true:
                                userId = context.UserId;
                                break;
                            default:
                                if (!context.IsAdmin)
                                {
                                    throw new UnauthorizedAccessException("The instance belongs to another user.");
                                }

                                userId = instance.UserId;
                                break;
                        }

                        return userId;
                """));

    [Fact]
    public Task OutcomeInALocal_IsRepairedAfterIt() =>
        VerifyFix.RepairsAsync(
            Code("""
                var isOwner = [|context.UserId == instance.UserId|];
                        return isOwner ? context.UserId : instance.UserId;
                """),
            Code("""
                var isOwner = context.UserId == instance.UserId;
                        if (!isOwner && !context.IsAdmin)
                        {
                            throw new UnauthorizedAccessException("The instance belongs to another user.");
                        }

                        return isOwner ? context.UserId : instance.UserId;
                """));

    [Fact]
    public Task NestedFindings_AreRepairedTogether() =>
        VerifyFix.RepairsAsync(
            Code("""
                var userId = context.UserId;
                        var projectId = context.ProjectId;
                        if ([|context.UserId != instance.UserId|])
                        {
                            if ([|context.ProjectId != instance.ProjectId|])
                                projectId = instance.ProjectId;
                            userId = instance.UserId;
                        }

                        return userId + projectId;
                """),
            Code("""
                var userId = context.UserId;
                        var projectId = context.ProjectId;
                        if (context.UserId != instance.UserId)
                        {
                            if (!context.IsAdmin)
                            {
                                throw new UnauthorizedAccessException("The instance belongs to another user.");
                            }

                            if (context.ProjectId != instance.ProjectId)
                                projectId = instance.ProjectId;
                            userId = instance.UserId;
                        }

                        return userId + projectId;
                """));

    [Fact]
    public Task FileWithoutUsings_GetsThem() =>
        VerifyFix.RepairsAsync(
            """
            public static class Owners
            {
                public static string Resolve(RequestContext context, Instance instance)
                {
                    if ([|context.UserId == instance.UserId|])
                        return context.UserId;
                    return instance.UserId;
                }
            }
            """ + Types,
            """
            using System;

            public static class Owners
            {
                public static string Resolve(RequestContext context, Instance instance)
                {
                    if (context.UserId == instance.UserId)
                        return context.UserId;
                    if (!context.IsAdmin)
                    {
                        throw new UnauthorizedAccessException("The instance belongs to another user.");
                    }

                    return instance.UserId;
                }
            }
            """ + Types);

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            Code("return [|context.UserId != instance.UserId|] ? instance.UserId : context.UserId;").ReplaceLineEndings("\r\n"),
            Code("""
                if (context.UserId != instance.UserId && !context.IsAdmin)
                        {
                            throw new UnauthorizedAccessException("The instance belongs to another user.");
                        }

                        return context.UserId != instance.UserId ? instance.UserId : context.UserId;
                """).ReplaceLineEndings("\r\n"));

    [Fact]
    public Task PrivilegeAlternative_IsConjoined() =>
        VerifyFix.RepairsAsync(
            MismatchedOwnerFixer.RequirePrivilege,
            Code("""
                string userId;
                        if ([|context.UserId != instance.UserId|]) // whose
                            userId = instance.UserId;
                        else
                            userId = context.UserId;
                        var projectId = ([|context.ProjectId == instance.ProjectId|]) ? context.ProjectId : instance.ProjectId;
                        return new Ids(projectId, instance.Id > 0 || [|string.Equals(context.UserId, instance.UserId)|] ? context.UserId : instance.UserId).UserId + userId;
                """),
            Code("""
                string userId;
                        if (context.IsAdmin && context.UserId != instance.UserId) // whose
                            userId = instance.UserId;
                        else
                            userId = context.UserId;
                        var projectId = !context.IsAdmin || context.ProjectId == instance.ProjectId ? context.ProjectId : instance.ProjectId;
                        return new Ids(projectId, instance.Id > 0 || !context.IsAdmin || string.Equals(context.UserId, instance.UserId) ? context.UserId : instance.UserId).UserId + userId;
                """));

    [Fact]
    public Task FirstFindingWithoutRepair_DoesNotKeepTheOthersFromTheirs() =>
        NullKeyFixAll.RepairsAsync(
            Code("""
                var flags = new[] { context.UserId == instance.UserId };
                        bool isOwner = context.UserId == instance.UserId, isLocked = instance.IsLocked;
                        var userId = isOwner ? context.UserId : instance.UserId;
                        return context.ProjectId != instance.ProjectId ? instance.ProjectId : context.ProjectId;
                """),
            Code("""
                var flags = new[] { context.UserId == instance.UserId };
                        bool isOwner = context.UserId == instance.UserId, isLocked = instance.IsLocked;
                        var userId = isOwner ? context.UserId : instance.UserId;
                        if (context.ProjectId != instance.ProjectId && !context.IsAdmin)
                        {
                            throw new UnauthorizedAccessException("The instance belongs to another project.");
                        }

                        return context.ProjectId != instance.ProjectId ? instance.ProjectId : context.ProjectId;
                """));

    private static string Code(string body) => $$"""
        using System;

        public static class Owners
        {
            public static string Resolve(RequestContext context, Instance instance)
            {
                {{body}}
            }
        }
        {{Types}}
        """;
}
