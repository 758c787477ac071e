namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Asynchronous methods that await one another.</summary>
internal sealed record AsyncMethods : LinkStyle
{
    public override string Call(Link link, string argument) => $"{link.Type}.RunAsync({argument}).GetAwaiter().GetResult()";

    public override string CallFromChain(Link link, string argument) => $"await {link.Type}.RunAsync({argument})";

    protected override string Template(Link link) => $$"""
        internal static class {{link.Type}}
        {
            public static async {{(link.ReturnsNothing ? "Task" : $"Task<{link.Returns}>")}} RunAsync({{link.Parameters}})
            {
                await Task.Yield();
                {body}
            }
        }
        """;
}
