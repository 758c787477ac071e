using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Package;

/// <summary>A model file beside the project, in a build that consumes the packed package.</summary>
[Collection(BuildsCollection.Name)]
public sealed class ModelFileTests(PackageCache cache)
{
    private const string Code = """
        public static class Consumer
        {
            public static void Find() => Store.Run("SELECT Id FROM Orders WHERE Name = '" + Store.Next() + "'");
        }

        public static class Store
        {
            public static string Next() => "";

            public static void Run(string text) => System.Console.WriteLine(text);
        }
        """;

    [Fact]
    public async Task FileBesideTheProject_CountsByItself_AndItsMalformedLineIsPlaced()
    {
        using var project = new ConsumerProject(cache, Code);
        project.Folder.Write("SecurityReview.Models.Own.txt", "# Ours\nsql     sink    M:Store.Run   text\nremote  source  M:Store.Next  return\nsql     drain   M:Store.Run   text\n");

        var findings = Finding.OursIn((await project.BuildAsync()).ExitsWith(0));

        Assert.Equal(
            [("Consumer.cs", 3, 44, "SECR1001"), ("SecurityReview.Models.Own.txt", 4, 9, "SECR9001")],
            findings.Select(finding => (Path.GetFileName(finding.File), finding.Line, finding.Column, finding.Rule)));
    }

    [Fact]
    public async Task SwitchedOff_OnlyFilesThatTheProjectListsCount()
    {
        using var project = new ConsumerProject(
            cache, Code, "<SecurityReviewModelFiles>false</SecurityReviewModelFiles>", """<AdditionalFiles Include="models/SecurityReview.Models.Listed.txt" />""");
        project.Folder.Write("SecurityReview.Models.Own.txt", "wrong\n");
        project.Folder.Write("models/SecurityReview.Models.Listed.txt", "wrong too\n");

        var finding = Assert.Single(Finding.OursIn((await project.BuildAsync()).ExitsWith(0)));

        Assert.EndsWith("SecurityReview.Models.Listed.txt", finding.File, StringComparison.Ordinal);
    }
}
