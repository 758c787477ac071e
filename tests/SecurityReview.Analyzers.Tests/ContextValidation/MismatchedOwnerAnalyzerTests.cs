using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.OwnerCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

public class MismatchedOwnerAnalyzerTests
{
    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "assigned", Verdict.Reports)]
    [Clause(RuleIds.MismatchedOwnerAccepted, "if", Verdict.Reports)]
    [Clause(RuleIds.MismatchedOwnerAccepted, "sibling", Verdict.Reports)]
    public Task ReviewedFunction_ReportsTheUnguardedKeyAndNamesTheGuardedOne() =>
        Verify.ReportsAsync(
            In("""
                string projectId;
                string userId;
                if (context.IsAdmin && {|#1:context.ProjectId != instance.ProjectId|})
                    projectId = instance.ProjectId;
                else
                    projectId = context.ProjectId;
                if ({|#0:context.UserId != instance.UserId|})
                    userId = instance.UserId;
                else
                    userId = context.UserId;
                return (projectId, userId);
                """, "(string ProjectId, string UserId)"),
            new DiagnosticResult(Descriptors.MismatchedOwnerAccepted).WithLocation(0).WithLocation(1).WithMessage(
                "When 'context.UserId' differs from 'instance.UserId' the object's value is taken over without a privilege test, although 'context.IsAdmin' guards 'instance.ProjectId' here; deny the request, or require the privilege"));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "sibling", Verdict.IsSilent)]
    [Clause(RuleIds.MismatchedOwnerAccepted, "privilege-conjoined", Verdict.IsSilent)]
    [Clause(RuleIds.MismatchedOwnerAccepted, "if", Verdict.IsSilent)]
    public Task BothKeysGuarded_IsSilent() =>
        Verify.IsSilentAsync(In("""
            var projectId = context.ProjectId;
            var userId = context.UserId;
            if (context.IsAdmin && context.ProjectId != instance.ProjectId)
                projectId = instance.ProjectId;
            if (context.UserId != instance.UserId && context.IsAdmin)
                userId = instance.UserId;
            return (projectId, userId);
            """, "(string ProjectId, string UserId)"));

    [Fact]
    public Task WithoutSibling_MessageSaysWhatAndRemedy() =>
        Verify.ReportsAsync(
            In("""
                var userId = context.UserId;
                if ({|#0:instance.UserId != context.UserId|}) { userId = instance.UserId; }
                return userId;
                """),
            new DiagnosticResult(Descriptors.MismatchedOwnerAccepted).WithLocation(0).WithMessage(
                "When 'context.UserId' differs from 'instance.UserId' the object's value is taken over without a privilege test; deny the request, or require the privilege"));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "assigned", Verdict.IsSilent)]
    public Task NotifyingTheOtherPerson_IsSilent() =>
        Verify.IsSilentAsync(In("""
            string? told = null;
            if (context.UserId != instance.UserId)
                told = instance.UserId;
            return told ?? "";
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "returned", Verdict.Reports)]
    [Clause(RuleIds.MismatchedOwnerAccepted, "early-return", Verdict.Reports)]
    public Task ReturnedAfterEarlyReturn_Reports() =>
        Verify.ReportsAsync(In("""
            if ([|context.UserId == instance.UserId|])
                return context.UserId;
            return instance.UserId;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "returned", Verdict.IsSilent)]
    public Task ReturnedWithoutTheCallersOnTheOtherSide_IsSilent() =>
        Verify.IsSilentAsync(In("""
            if (context.UserId != instance.UserId)
                return instance.UserId;
            return "";
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "early-return", Verdict.IsSilent)]
    [Clause(RuleIds.MismatchedOwnerAccepted, "deny-exit", Verdict.IsSilent)]
    public Task EarlyReturnBehindDenial_IsSilent() =>
        Verify.IsSilentAsync(In("""
            if (context.UserId == instance.UserId)
                return context.UserId;
            if (!context.IsAdmin)
                throw new UnauthorizedAccessException();
            return instance.UserId;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "deny-exit", Verdict.Reports)]
    public Task DenialOfSomethingElse_Reports() =>
        Verify.ReportsAsync(In("""
            if (instance.IsLocked)
                throw new InvalidOperationException();
            return [|context.UserId != instance.UserId|] ? instance.UserId : context.UserId;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "passed", Verdict.Reports)]
    public Task PassedToTheSameParameter_Reports() =>
        Verify.ReportsAsync(In("""
            if ([|context.UserId != instance.UserId|])
                return Limit(1, userId: instance.UserId);
            return Limit(userId: context.UserId, resource: 2);

            static string Limit(int resource, string userId) => userId + resource;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "passed", Verdict.IsSilent)]
    public Task PassedToRecordingCalls_IsSilent() =>
        Verify.IsSilentAsync(In("""
            if (context.UserId != instance.UserId)
                Console.WriteLine(instance.UserId);
            else
                Console.WriteLine(context.UserId);
            WriteAudit(context.UserId != instance.UserId ? instance.UserId : context.UserId);
            NotifyOwner(context.UserId == instance.UserId ? context.UserId : instance.UserId);
            return context.UserId;

            static void WriteAudit(string userId) { }
            static void NotifyOwner(string userId) { }
            """));

    [Fact]
    public Task PassedToDifferentParameters_IsSilent() =>
        Verify.IsSilentAsync(In("""
            return context.UserId != instance.UserId ? Share(instance.UserId, context.UserId) : Join("", context.UserId);

            static string Share(string owner, string with) => owner + with;
            static string Join(string owner, string with) => owner + with;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "overwritten", Verdict.Reports)]
    public Task CallersIdentityOverwritten_Reports() =>
        Verify.ReportsAsync("""
            public class SessionContext { public string UserId { get; set; } = ""; public bool IsAdmin { get; set; } }
            public class Order { public string OwnerId { get; set; } = ""; }
            public class Service
            {
                public void Act(SessionContext session, Order order)
                {
                    if ([|session.UserId != order.OwnerId|])
                        session.UserId = order.OwnerId;
                }
            }
            """);

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "overwritten", Verdict.IsSilent)]
    public Task SessionRefreshedFromTheUsersRecord_IsSilent() =>
        Verify.IsSilentAsync("""
            public class SessionContext { public string UserId { get; set; } = ""; public string TenantId { get; set; } = ""; }
            public class User { public string TenantId { get; set; } = ""; }
            public class Service
            {
                public void Refresh(SessionContext session, User user)
                {
                    if (session.TenantId != user.TenantId)
                        session.TenantId = user.TenantId;
                }
            }
            """);

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "conditional", Verdict.Reports)]
    public Task ConditionalExpression_Reports() =>
        Verify.ReportsAsync(In("""
            var owner = new Ids(
                [|context.ProjectId != instance.ProjectId|] ? instance.ProjectId : context.ProjectId,
                context.IsAdmin && context.UserId != instance.UserId ? instance.UserId : context.UserId);
            return owner.UserId;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "conditional", Verdict.IsSilent)]
    public Task ConditionalExpressionThatThrows_IsSilent() =>
        Verify.IsSilentAsync(In("""
            return context.UserId == instance.UserId || context.IsAdmin ? instance.UserId : throw new UnauthorizedAccessException();
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "switch", Verdict.Reports)]
    public Task SwitchExpression_Reports() =>
        Verify.ReportsAsync(In("""
            var userId = ([|context.UserId == instance.UserId|]) switch
            {
                true => context.UserId,
                false => instance.UserId,
            };
            return userId;
            """));

    [Fact]
    public Task SwitchExpressionWithGuards_Reports() =>
        Verify.ReportsAsync(In("""
            return instance.Id switch
            {
                0 => context.UserId,
                _ when [|context.UserId != instance.UserId|] => instance.UserId,
                _ => context.UserId,
            };
            """));

    [Fact]
    public Task SwitchStatement_Reports() =>
        Verify.ReportsAsync(In("""
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
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "switch", Verdict.IsSilent)]
    public Task SwitchWithPrivilege_IsSilent() =>
        Verify.IsSilentAsync(In("""
            return (context.UserId == instance.UserId) switch
            {
                true => context.UserId,
                false when context.IsAdmin => instance.UserId,
                false => context.UserId,
            };
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "mirror", Verdict.Reports)]
    public Task MirrorForm_Reports() =>
        Verify.ReportsAsync(In("""
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
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "mirror", Verdict.IsSilent)]
    public Task MirrorFormWithAdmin_IsSilent() =>
        Verify.IsSilentAsync(In("""
            string projectId;
            if (!context.IsAdmin || context.ProjectId == instance.ProjectId)
                projectId = context.ProjectId;
            else
                projectId = instance.ProjectId;
            return projectId;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "equals-call", Verdict.Reports)]
    public Task EqualsCalls_Report() =>
        Verify.ReportsAsync(In("""
            var one = [|string.Equals(context.UserId, instance.UserId, StringComparison.Ordinal)|] ? context.UserId : instance.UserId;
            var two = !([|context.UserId.Equals(instance.UserId)|]) ? instance.UserId : context.UserId;
            var three = [|StringComparer.Ordinal.Equals(instance.UserId.Trim(), context.UserId)|] == false ? instance.UserId : context.UserId;
            return one + two + three;
            """));

    [Fact]
    public Task NamedArgumentsOfEquals_Report() =>
        Verify.ReportsAsync(In("""
            return [|string.Equals(comparisonType: StringComparison.Ordinal, b: instance.UserId, a: context.UserId)|] ? context.UserId : instance.UserId;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "equals-call", Verdict.IsSilent)]
    public Task EqualsOfOtherValues_IsSilent() =>
        Verify.IsSilentAsync(In("""
            return string.Equals(instance.Name, instance.UserId, StringComparison.Ordinal) ? context.UserId : instance.UserId;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "alias", Verdict.Reports)]
    public Task LocalsForBothSidesAndOutcome_Report() =>
        Verify.ReportsAsync(In("""
            var me = context.UserId;
            var owner = instance.UserId;
            var foreign = [|me != owner|];
            return foreign ? owner : me;
            """));

    [Fact]
    public Task LocalsTakenFromATuple_Report() =>
        Verify.ReportsAsync(In("""
            var (user, project) = (context.UserId, context.ProjectId);
            if ([|project != instance.ProjectId|])
                project = instance.ProjectId;
            return user + project;
            """));

    [Fact]
    [Clause(RuleIds.MismatchedOwnerAccepted, "alias", Verdict.IsSilent)]
    public Task LocalForPrivilege_IsSilent() =>
        Verify.IsSilentAsync(In("""
            var mayAct = context.IsAdmin && instance.Id > 0;
            var me = context.UserId;
            if (me != instance.UserId && mayAct)
                return instance.UserId;
            return me;
            """));
}
