using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Package;

/// <summary>What a mode does to the severities of rules in a real build, and that the project's own settings are stronger.</summary>
[Collection(BuildsCollection.Name)]
public sealed class SeverityTests(SeverityTests.RestoredConsumer consumer) : IClassFixture<SeverityTests.RestoredConsumer>
{
    private const string Warning = "warning SECR1001";
    private const string Suggestion = "warning SECR5001";

    [Theory]
    [InlineData("", Warning)]
    [InlineData("Default", Warning)]
    [InlineData("Strict", Warning, Suggestion)]
    [InlineData("Audit", Warning, Suggestion)]
    [InlineData("None")]
    public async Task Mode_SetsTheSeverities(string mode, params string[] expected) => Assert.Equal(expected, await FindingsAsync(mode, ""));

    [Theory]
    [InlineData("Strict", "dotnet_diagnostic.SECR1001.severity = none", Suggestion)]
    [InlineData("Strict", "dotnet_diagnostic.SECR5001.severity = suggestion", Warning)]
    [InlineData("None", "dotnet_diagnostic.SECR5001.severity = warning", Suggestion)]
    [InlineData("", "dotnet_diagnostic.SECR5001.severity = warning", Warning, Suggestion)]
    [InlineData("", "dotnet_analyzer_diagnostic.category-Todo.severity = warning", Warning, Suggestion)]
    [InlineData("", "dotnet_analyzer_diagnostic.category-DataAccess.severity = none")]
    public async Task ProjectsOwnSetting_WinsOverTheMode(string mode, string setting, params string[] expected) =>
        Assert.Equal(expected, await FindingsAsync(mode, setting));

    [Fact]
    public async Task BadOptionValue_IsReportedOnceWithKeyAndValue()
    {
        consumer.Configure("security_review.threat_models = remote, martian");

        var build = (await consumer.BuildAsync("Default")).ExitsWith(0);

        var complaint = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("SECR9001", StringComparison.Ordinal)).Distinct());
        Assert.Contains("warning SECR9001", complaint, StringComparison.Ordinal);
        Assert.Contains("security_review.threat_models", complaint, StringComparison.Ordinal);
        Assert.Contains("'remote, martian'", complaint, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(string mode, string setting)
    {
        consumer.Configure("security_review.threat_models = local\n" + setting);
        return ConsumerProject.FindingsIn((await consumer.BuildAsync(mode)).ExitsWith(0));
    }

    /// <summary>A project with a finding of a rule that warns and one of a rule that suggests; restored once.</summary>
    public sealed class RestoredConsumer(PackageCache cache) : IAsyncLifetime
    {
        private readonly ConsumerProject _project = new(
            cache,
            """
            public static class Consumer
            {
                // TODO look it up by its key
                public static void Find(System.Data.Common.DbCommand command) =>
                    command.CommandText = "SELECT Id FROM Orders WHERE Name = '" + System.Console.ReadLine() + "'";
            }
            """);

        public async Task InitializeAsync() => (await ProcessRun.DotnetAsync(_project.Folder.Path, "restore", "-v:quiet")).ExitsWith(0);

        public Task DisposeAsync()
        {
            _project.Dispose();
            return Task.CompletedTask;
        }

        /// <summary>Sets the project's own settings.</summary>
        public void Configure(string settings) => _project.Folder.Write(".editorconfig", $"root = true\n\n[*.cs]\n{settings}\n");

        /// <summary>Builds from scratch in a mode; empty for none.</summary>
        internal Task<ProcessResult> BuildAsync(string mode) => ProcessRun.DotnetAsync(
            _project.Folder.Path, "build", "--no-restore", "--no-incremental", "-v:quiet", "-tl:off", "-p:SecurityReviewMode=" + mode);
    }
}
