using LinkedComments = SecurityReview.Analyzers.Tests.Verifiers.LinkedFixAll<SecurityReview.Analyzers.Todo.UntrackedTodoAnalyzer, SecurityReview.CodeFixes.Todo.UntrackedTodoFixer>;
using LinkedOwners = SecurityReview.Analyzers.Tests.Verifiers.LinkedFixAll<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer, SecurityReview.CodeFixes.ContextValidation.MismatchedOwnerFixer>;

namespace SecurityReview.Analyzers.Tests.Repairs;

/// <summary>A file that two projects compile gets one text: all repairs, each once. Comments stand for repairs of text, owners for repairs of syntax.</summary>
public class LinkedFileFixerTests
{
    private const string Types =
        """
        using System;

        public record RequestContext(string UserId, string ProjectId, bool IsAdmin);
        public record Instance(string UserId, string ProjectId);


        """;

    [Fact]
    public Task SameFindingInBothProjects_IsRepairedOnce() =>
        LinkedOwners.RepairsAsync(Types + Owner("A", "UserId"), Types + RepairedOwner("A", "UserId", "user"));

    [Fact]
    public Task FindingInOneProject_IsRepaired() =>
        LinkedOwners.RepairsAsync(
            Types + "#if TWO\n" + Owner("A", "UserId") + "#endif\n",
            Types + "#if TWO\n" + RepairedOwner("A", "UserId", "user") + "#endif\n");

    [Fact]
    public Task DifferentFindingsPerProject_AreAllRepaired() =>
        LinkedOwners.RepairsAsync(
            Types + "#if ONE\n" + Owner("A", "UserId") + "#else\n" + Owner("A", "ProjectId") + "#endif\n" + Owner("B", "UserId"),
            Types + "#if ONE\n" + RepairedOwner("A", "UserId", "user") + "#else\n" + RepairedOwner("A", "ProjectId", "project") + "#endif\n"
                + RepairedOwner("B", "UserId", "user"));

    [Fact]
    public Task DifferentCommentsPerProject_AreAllRepaired() =>
        LinkedComments.RepairsAsync(
            "// TODO both\n#if ONE\n// TODO one\n#else\n// TODO two\n#endif\nclass C;\n",
            "// TODO(owner): both\n#if ONE\n// TODO(owner): one\n#else\n// TODO(owner): two\n#endif\nclass C;\n");

    /// <summary>The identical comments are one finding, at a different place in each project, and share their last place.</summary>
    [Fact]
    public Task FindingsThatShareAPlace_AreAllRepaired() =>
        LinkedComments.RepairsAsync(
            "#if ONE\n// TODO same\n#else\n// TODO same\n#endif\n// TODO same\nclass C;\n",
            "#if ONE\n// TODO(owner): same\n#else\n// TODO(owner): same\n#endif\n// TODO(owner): same\nclass C;\n");

    private static string Owner(string type, string key) =>
        $$"""
        public static class {{type}}
        {
            public static string Of(RequestContext context, Instance instance)
            {
                if (context.{{key}} != instance.{{key}})
                {
                    return instance.{{key}};
                }

                return context.{{key}};
            }
        }

        """;

    private static string RepairedOwner(string type, string key, string name) =>
        Owner(type, key).Replace(
            $"            return instance.{key};",
            $$"""
                        if (!context.IsAdmin)
                        {
                            throw new UnauthorizedAccessException("The instance belongs to another {{name}}.");
                        }

                        return instance.{{key}};
            """);
}
