namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The check of logs against the schema finds mistakes, or it would prove nothing.</summary>
public sealed class SarifSchemaTests
{
    private const string Good = """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "x" } }, "results": [{ "message": { "text": "y" }, "level": "note" }] }] }""";

    [Fact]
    public void SmallLog_Passes() => Assert.Empty(SarifSchema.Problems(Good));

    [Theory]
    [InlineData("\"name\": \"x\"", "\"nome\": \"x\"")]
    [InlineData("\"level\": \"note\"", "\"level\": \"info\"")]
    [InlineData("\"level\": \"note\"", "\"ruleIndex\": \"one\"")]
    [InlineData("\"level\": \"note\"", "\"ruleIndex\": -2")]
    [InlineData("\"level\": \"note\"", "\"severity\": \"note\"")]
    [InlineData("\"version\": \"2.1.0\"", "\"version\": \"2.0.0\"")]
    public void Mistake_IsFound(string good, string bad) =>
        Assert.NotEmpty(SarifSchema.Problems(Good.Replace(good, bad, StringComparison.Ordinal)));
}
