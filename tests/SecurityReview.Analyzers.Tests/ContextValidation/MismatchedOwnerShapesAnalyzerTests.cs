using static SecurityReview.Analyzers.Tests.ContextValidation.OwnerCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The owner takes over by other ways than a variable of its own: the caller's local, a copy of the context, several keys at once.</summary>
public class MismatchedOwnerShapesAnalyzerTests
{
    [Theory]
    [InlineData("var userId = context.UserId; if ([|userId != instance.UserId|]) userId = instance.UserId; return userId;")]
    [InlineData("var userId = context.UserId; if (![|userId.Equals(instance.UserId)|]) { userId = instance.UserId; } return userId;")]
    [InlineData("foreach (var name in new[] { \"a\" }) { var userId = context.UserId; if ([|instance.UserId != userId|]) userId = instance.UserId; Console.WriteLine(userId); } return \"\";")]
    public Task LocalOfTheCallerIsOverwritten_Reports(string body) => Verify.ReportsAsync(In(body));

    [Theory]
    [InlineData("var userId = context.UserId; if (userId != instance.UserId && context.IsAdmin) userId = instance.UserId; return userId;")]
    [InlineData("var userId = context.UserId; if (userId != instance.UserId) throw new UnauthorizedAccessException(); userId = instance.UserId; return userId;")]
    [InlineData("var userId = context.UserId; if (instance.IsLocked) userId = instance.Name; if (userId != instance.UserId) userId = instance.UserId; return userId;")]
    [InlineData("var userId = instance.Name; if (userId != instance.UserId) userId = instance.UserId; return userId;")]
    public Task OtherLocal_IsSilent(string body) => Verify.IsSilentAsync(In(body));

    [Fact]
    public Task LocalOfThePrincipalIsOverwritten_Reports() =>
        Verify.ReportsAsync("""
            using System.Security.Claims;
            public static class Owners
            {
                public static string Resolve(ClaimsPrincipal user, Instance instance)
                {
                    var userId = user.FindFirst("sub")!.Value;
                    if ([|instance.UserId != userId|])
                        userId = instance.UserId;
                    return userId;
                }
            }
            """ + Types);

    [Theory]
    [InlineData("return [|context.UserId != instance.UserId|] ? context with { UserId = instance.UserId } : context;")]
    [InlineData("if ([|context.UserId != instance.UserId|]) context = context with { UserId = instance.UserId }; return context;")]
    [InlineData("if ([|context.UserId != instance.UserId|]) context = new Session { UserId = instance.UserId, TenantId = context.TenantId }; return context;")]
    public Task ContextOfTheOwner_Reports(string body) => Verify.ReportsAsync(WithSession(body));

    [Theory]
    [InlineData("return context.IsAdmin && context.UserId != instance.UserId ? context with { UserId = instance.UserId } : context;")]
    [InlineData("return context.UserId != instance.UserId ? context with { Note = instance.UserId } : context;")]
    [InlineData("if (context.UserId != instance.UserId) Notify(new Session { UserId = instance.UserId }); return context;")]
    [InlineData("var other = new Session(); if (context.UserId != instance.UserId) other = new Session { UserId = instance.UserId }; Notify(other); return context;")]
    public Task OtherCopy_IsSilent(string body) => Verify.IsSilentAsync(WithSession(body));

    [Theory]
    [InlineData("if ([|userId != instance.UserId|] || [|projectId != instance.ProjectId|]) { userId = instance.UserId; projectId = instance.ProjectId; }")]
    [InlineData("if ([|userId != instance.UserId|] || projectId != instance.ProjectId) { userId = instance.UserId; }")]
    public Task EitherKey_Reports(string statement) =>
        Verify.ReportsAsync(In($"var userId = context.UserId; var projectId = context.ProjectId; {statement} return userId + projectId;"));

    [Theory]
    [InlineData("if (userId != instance.UserId || projectId != instance.ProjectId) throw new UnauthorizedAccessException(); userId = instance.UserId;")]
    [InlineData("if (context.IsAdmin && (userId != instance.UserId || projectId != instance.ProjectId)) { userId = instance.UserId; projectId = instance.ProjectId; }")]
    [InlineData("if (userId != instance.UserId || projectId != instance.ProjectId) { if (!context.IsAdmin) throw new UnauthorizedAccessException(); userId = instance.UserId; }")]
    public Task EitherKeyDeniedOrPrivileged_IsSilent(string statement) =>
        Verify.IsSilentAsync(In($"var userId = context.UserId; var projectId = context.ProjectId; {statement} return userId + projectId;"));

    private static string WithSession(string body) => $$"""
        using System;
        public sealed record Session { public string TenantId { get; init; } = ""; public string UserId { get; init; } = ""; public bool IsAdmin { get; init; } public string Note { get; init; } = ""; }
        public static class Owners
        {
            public static Session Resolve(Session context, Instance instance)
            {
                {{body}}
            }

            private static void Notify(Session receiver) => Console.WriteLine(receiver.UserId);
        }
        """ + Types;
}
