using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.OwnerCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.MismatchedOwnerAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The kinds of code in which a comparison stands.</summary>
public class MismatchedOwnerPlacesAnalyzerTests
{
    [Fact]
    public Task Lambda_Reports() =>
        Verify.ReportsAsync(In("""
            Func<Instance, string> owner = item =>
            {
                if ([|context.UserId != item.UserId|])
                    return item.UserId;
                return context.UserId;
            };
            return owner(instance);
            """));

    [Fact]
    public Task LambdaInALambdaInALoop_Reports() =>
        Verify.ReportsAsync(In("""
            var owners = new List<string>();
            foreach (var item in new[] { instance })
            {
                Action act = () => new[] { item }.ToList().ForEach(inner => owners.Add([|context.UserId != inner.UserId|] ? inner.UserId : context.UserId));
                act();
            }
            return owners[0];
            """));

    [Fact]
    public Task LocalFunction_Reports() =>
        Verify.ReportsAsync(In("""
            return Owner(instance);

            string Owner(Instance item) => [|context.UserId != item.UserId|] ? item.UserId : context.UserId;
            """));

    [Fact]
    public Task AsyncMethod_Reports() =>
        Verify.ReportsAsync("""
            using System.Threading.Tasks;
            public static class Owners
            {
                public static async Task<string> Resolve(RequestContext context, Task<Instance> loading)
                {
                    var instance = await loading;
                    string userId;
                    if ([|context.UserId != instance.UserId|])
                    {
                        await Task.Delay(1);
                        userId = instance.UserId;
                    }
                    else
                    {
                        userId = context.UserId;
                    }

                    return userId;
                }
            }
            """ + Types);

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify.ReportsAsync("""
            var context = new RequestContext("p", "u", false);
            var instance = new Instance();
            var (projectId, userId) = (context.ProjectId, context.UserId);
            if ([|context.UserId != instance.UserId|])
                (projectId, userId) = (context.ProjectId, instance.UserId);
            return projectId == userId ? 1 : 0;
            """ + Types, Setting.Program);

    [Fact]
    public Task IteratorAndTryAndUsing_Report() =>
        Verify.ReportsAsync("""
            using System.Collections.Generic;
            public static class Owners
            {
                public static IEnumerable<string> Resolve(RequestContext context, IEnumerable<Instance> instances)
                {
                    foreach (var instance in instances)
                    {
                        try
                        {
                            if ([|context.UserId != instance.UserId|])
                                yield return instance.UserId;
                            else
                                yield return context.UserId;
                        }
                        finally
                        {
                        }
                    }
                }
            }
            """ + Types);

    [Fact]
    public Task MemberOfTheObjectItself_Reports() =>
        Verify.ReportsAsync("""
            public class Document
            {
                private readonly string _ownerId = "";
                public string ActingUser(RequestContext context) => [|_ownerId != context.UserId|] ? _ownerId : context.UserId;
            }
            """ + Types);

    [Fact]
    public Task QueryPredicate_IsSilent() =>
        Verify.IsSilentAsync("""
            using System.Linq;
            public static class Queries
            {
                public static IQueryable<string> Foreign(RequestContext context, IQueryable<Instance> instances) =>
                    instances.Where(instance => instance.UserId != context.UserId).Select(instance => instance.UserId);
            }
            """ + Types);

    [Fact]
    public Task TestProject_IsSilentUnlessAskedFor() =>
        Verify.IsSilentAsync(
            In("return context.UserId != instance.UserId ? instance.UserId : context.UserId;"),
            Setting.Default with { GlobalOptions = "build_property.IsTestProject = true" });

    [Fact]
    public async Task FunctionOfManyComparisons_IsJudgedInBoundedTime()
    {
        var body = string.Concat(Enumerable.Range(0, 300).Select(i =>
            $"var owner{i} = instance.UserId; bool foreign{i} = owner{i} != context.UserId; if (instance.Id > {i} && foreign{i}) userId = owner{i};\n"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var findings = await Verify.FindingsAsync(In($"var userId = context.UserId;\n{body}return userId;"));
        Assert.Equal(300, findings.Length);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed} for 300 comparisons");
    }

    [Theory]
    [InlineData("if (context.UserId != instance.) return")]
    [InlineData("return context.UserId != instance.UserId ? instance.UserId :")]
    [InlineData("var userId = context.UserId; if (context.UserId != instance.UserId userId = instance.UserId; return")]
    [InlineData("switch (context.UserId != instance.UserId) { case true: return instance.UserId case")]
    [InlineData("bool b = !b; if (b && context.UserId != instance.UserId) return instance.UserId; return context.UserId;")]
    [InlineData("bool a = !c, c = !a; if (a && context.UserId != instance.UserId) return instance.UserId; return context.UserId;")]
    [InlineData("return context.UserId.Equals(")]
    [InlineData("return () => context.UserId == missing.UserId ? missing.UserId : context.UserId;")]
    [InlineData("bool b = b; if (b) return context.UserId; var x = x; return x == context.UserId ? x : y;")]
    public Task HalfTypedCode_DoesNotFail(string body) => Verify.RunsAsync(In(body));
}
