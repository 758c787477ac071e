namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Methods that call themselves some times before they do their work.</summary>
internal sealed record RecursiveMethods : LinkStyle
{
    public override string Call(Link link, string argument) => link.Takes is null ? $"{link.Type}.Run(2)" : $"{link.Type}.Run(2, {argument})";

    protected override string Template(Link link) => $$"""
        internal static class {{link.Type}}
        {
            public static {{link.Returns}} Run(int depth{{(link.Takes is null ? "" : ", ")}}{{link.Parameters}})
            {
                {body}
            }
        }
        """;

    protected override IEnumerable<string> Body(Link link)
    {
        var again = link.Takes is null ? "Run(depth - 1)" : $"Run(depth - 1, {link.Parameter})";
        string[] repeat = link.ReturnsNothing ? [again + ";", "return;"] : [$"return {again};"];
        return [.. Lines.Block("if (depth > 0)", repeat), "", .. link.Body];
    }
}
